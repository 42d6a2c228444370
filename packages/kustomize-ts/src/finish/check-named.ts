import type { BuildContext } from '../build/target.ts'
import type { Item } from '../model/item.ts'
import { positionOf } from '../node/position-of.ts'
import { identify } from '../read/identify.ts'

/** Reports items that a patch or replacement has left without kind or name, be it only for a while. */
export function checkNamed(items: readonly Item[], build: BuildContext): void {
  for (const { root, previous } of items) {
    const { kind, name } = identify(root)
    if (previous.some(isNamed) && !previous.every(before => isNamed(before) && before.kind !== ''))
      refuseGap(root, build)
    else if (kind === '') refuse('kind', `the object "${name}"`, ['kind'], root, build)
    else if (name === '' && !kind.endsWith('List'))
      refuse('metadata.name', `a ${kind}`, ['metadata', 'name'], root, build)
  }
}

function isNamed({ name }: Item['previous'][number]): boolean {
  return name !== ''
}

/** kustomize counts the earlier names, and stops where one is missing. */
function refuseGap(root: Item['root'], build: BuildContext): void {
  const { kind, name } = identify(root)
  build.report({
    code: 'not-a-resource',
    severity: 'error',
    message: `the ${kind} "${name}" was without a name or kind when it was given this one`,
    fix: 'let the patch or replacement that has taken its name leave a text there',
    source: positionOf(root, ['metadata', 'name']),
  })
}

function refuse(field: string, what: string, path: readonly string[], root: Item['root'], build: BuildContext): void {
  build.report({
    code: 'not-a-resource',
    severity: 'error',
    message: `${what} is without ${field} in the end`,
    fix: 'let the patch or replacement that has changed it leave a text there',
    source: positionOf(root, path),
  })
}
