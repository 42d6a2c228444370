import { type Container, volumesOf } from './container.ts'
import { type Field, items, text } from './field.ts'
import { memoize } from './memoize.ts'

export interface Mount {
  readonly field: Field
  readonly container: Container
  readonly path: string
  readonly subPath: string
  readonly volume: Field
}

export const mountsOf: (container: Container) => readonly Mount[] = memoize(container =>
  items(container.field, 'volumeMounts').flatMap(field => {
    const volume = volumesOf(container.pod).get(text(field, 'name') ?? '')
    const path = text(field, 'mountPath')
    if (!volume || path === undefined) return []
    const subPath = text(field, 'subPath') ?? ''
    return [{ field, container, volume, path: path.replace(/\/+$/, ''), subPath }]
  }),
)

/** The mount that covers a path inside the container, and the path inside the volume. */
export function mountAt(container: Container, path: string): { mount: Mount; inside: string } | undefined {
  const mount = mountsOf(container)
    .filter(one => path === one.path || path.startsWith(`${one.path}/`))
    .sort((left, right) => right.path.length - left.path.length)[0]
  return mount && { mount, inside: joinPath(mount.subPath, path.slice(mount.path.length)) }
}

export function joinPath(...parts: readonly string[]): string {
  return parts
    .flatMap(part => part.split('/'))
    .filter(part => part !== '' && part !== '.')
    .join('/')
}
