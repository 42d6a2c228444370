import { posix } from 'node:path'
import type { Target } from '../build/target.ts'
import { writeNotes } from '../item/write-notes.ts'
import type { Item, Origin } from '../model/item.ts'
import { identify } from '../read/identify.ts'

/** An item that comes from this path, seen from the target's folder. Only where origins are tracked. */
export function withOrigin(item: Item, { origin }: Target, path: string): Item {
  return origin === undefined ? item : { ...item, origin: { path: posix.join(origin, path) } }
}

/** The origin of a folder below another. */
export function joinOrigin(origin: string | undefined, path: string): string | undefined {
  return origin === undefined ? undefined : posix.join(origin, path)
}

/** The origin of what a field of the target's kustomization makes or changes. */
export function originOfField(target: Target, kind: string): Origin | undefined {
  if (target.origin === undefined) return undefined
  const configuredIn = posix.join(target.origin, target.kustomization.fileName)
  return { configuredIn, configuredBy: { apiVersion: 'builtin', kind } }
}

/** The origin of what a plugin makes or changes. */
export function originOfPlugin(config: Item): Origin | undefined {
  if (config.origin === undefined) return undefined
  const { path } = config.origin
  const { apiVersion, kind, name, namespace } = identify(config.root)
  const configuredBy = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) }
  return { ...(path === undefined ? {} : { configuredIn: path }), configuredBy }
}

/** Notes on all items that something ran over them; those without an origin are taken to come from it. */
export function noteTransformation(items: readonly Item[], origin: Origin | undefined): readonly Item[] {
  if (origin === undefined) return items
  return items.map(item =>
    item.origin === undefined
      ? writeNotes(item, { origin })
      : writeNotes(item, { transformations: [...(item.transformations ?? []), origin] }),
  )
}
