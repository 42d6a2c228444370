import type { Finding } from '../../model/rule.ts'
import type { Container } from './container.ts'
import { items, pathOf } from './field.ts'

/**
 * What containers lack: one finding for the list where all of it lacks the same, so that one cause is told of once, else
 * one for each container. `lacksOf` names what is absent.
 */
export function* reportLacking(
  containers: readonly Container[],
  lacksOf: (container: Container) => readonly string[],
): Iterable<Finding> {
  const lacking = containers
    .map(container => ({ container, lacks: lacksOf(container).join(', no ') }))
    .filter(({ lacks }) => lacks !== '')
  for (const list of new Set(lacking.map(({ container }) => container.field.parent))) {
    const here = lacking.filter(({ container }) => container.field.parent === list)
    const [first] = here
    if (list && first && here.length === items(list).length && here.every(({ lacks }) => lacks === first.lacks))
      yield {
        path: pathOf(list),
        at: 'key',
        message: describe(
          here.map(({ container }) => container),
          first.lacks,
        ),
      }
    else
      for (const { container, lacks } of here)
        yield { path: pathOf(container.field), message: describe([container], lacks) }
  }
}

function describe(containers: readonly Container[], lacks: string): string {
  const names = containers.map(({ name }) => `"${name}"`).join(', ')
  return containers.length === 1 ? `container ${names} has no ${lacks}` : `containers ${names} have no ${lacks}`
}
