import type { GvkPattern } from '../model/field-spec.ts'
import { clusterScope, type Item } from '../model/item.ts'
import { identify } from '../read/identify.ts'

export interface Id {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly name: string
  /** As it is written; empty where it is not. */
  readonly namespace: string
  /** What ids are compared by: `default` for none, {@link clusterScope} where the kind has none. */
  readonly scope: string
}

/** Whether objects of this type are certainly cluster-scoped. */
export type IsClusterScoped = (apiVersion: string, kind: string) => boolean

export function currentId({ root }: Item, isClusterScoped: IsClusterScoped): Id {
  const { apiVersion, kind, name, namespace = '' } = identify(root)
  const scope = isClusterScoped(apiVersion, kind) ? clusterScope : namespace === '' ? 'default' : namespace
  return makeId(splitApiVersion(apiVersion), kind, name, namespace, scope)
}

export function makeId(
  { group, version }: Pick<Id, 'group' | 'version'>,
  kind: string,
  name: string,
  namespace: string,
  scope: string,
): Id {
  return { group, version, kind, name, namespace, scope }
}

/**
 * The ids that the item had before, the oldest first; none where it never had a name. Its group and version are always
 * the current ones.
 */
export function previousIds({ root, previous }: Item): readonly Id[] {
  if (previous.every(({ name }) => name === '')) return []
  const { apiVersion } = identify(root)
  const known = previousLists.get(previous)
  if (known?.apiVersion === apiVersion) return known.ids
  const version = splitApiVersion(apiVersion)
  const ids = previous.map(({ kind, name, namespace }) => makeId(version, kind, name, namespace, namespace))
  previousLists.set(previous, { apiVersion, ids })
  return ids
}

const previousLists = new WeakMap<Item['previous'], { readonly apiVersion: string; readonly ids: readonly Id[] }>()

export function originalId(item: Item, isClusterScoped: IsClusterScoped): Id {
  return previousIds(item)[0] ?? currentId(item, isClusterScoped)
}

/** Two ids with equal keys are of the same object. */
export function keyOf({ group, version, kind, scope, name }: Id): string {
  return `${group}|${version}|${kind}|${scope}|${name}`
}

/** Whether an item has, or had, an id. */
export function isKnownAs(item: Item, id: Id, isClusterScoped: IsClusterScoped): boolean {
  return hasKnownName(item, id.name) && allIds(item, isClusterScoped).some(other => keyOf(other) === keyOf(id))
}

/** Whether an item has, or had, a name: most have not, and their ids need not be made. */
export function hasKnownName({ root, previous }: Item, name: string): boolean {
  return identify(root).name === name || previous.some(before => before.name === name)
}

/** All ids of an item, the current one last. */
export function allIds(item: Item, isClusterScoped: IsClusterScoped): readonly Id[] {
  return [...previousIds(item), currentId(item, isClusterScoped)]
}

export function isSelected(id: Pick<Id, 'group' | 'version' | 'kind'>, pattern: GvkPattern): boolean {
  return (
    (!pattern.kind || pattern.kind === id.kind) &&
    (!pattern.group || pattern.group === id.group) &&
    (!pattern.version || pattern.version === id.version)
  )
}

/** `Deployment.v1.apps/master.fogflow`, as kustomize writes ids. */
export function formatId(id: Id): string {
  return `${formatGvk(id)}/${id.name || '[noName]'}.${id.namespace || '[noNs]'}`
}

/** The item, remembering who it is now. */
export function rememberId(item: Item, isClusterScoped: IsClusterScoped): Item {
  const { kind, name, scope } = currentId(item, isClusterScoped)
  return { ...item, previous: [...item.previous, { kind, name, namespace: scope }] }
}

export function splitApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const slash = apiVersion.indexOf('/')
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
}

export function formatGvk({ group, version, kind }: GvkPattern): string {
  return `${kind || '[noKind]'}.${version || '[noVer]'}.${group || '[noGrp]'}`
}
