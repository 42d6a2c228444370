import type { BuildContext, Transform } from '../build/target.ts'
import { editItem, refuseField } from '../field-spec/edit-items.ts'
import { currentId, formatId, keyOf, rememberId } from '../item/identity.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import { clusterScope, type Item } from '../model/item.ts'
import type { Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { nodeAt } from '../node/node-at.ts'
import { makeNull, replaceText } from '../node/set-text.ts'
import { identify } from '../read/identify.ts'
import { mapSubjects, type SubjectMode } from './subjects.ts'

export const transformNamespace: Transform = ({ kustomization, build }, config) => {
  const { namespace } = kustomization.fields
  if (namespace === undefined || namespace.text === '') return []
  const settings = { namespace: namespace.text, by: namespace.at, specs: config.namespace, unsetOnly: false }
  return [items => setNamespaces(items, { ...settings, subjects: 'defaultOnly' }, build)]
}

export interface NamespaceSettings {
  readonly namespace: string
  readonly by: Position
  readonly specs: readonly FieldSpec[]
  /** Leave alone what has a namespace already. */
  readonly unsetOnly: boolean
  readonly subjects: SubjectMode
}

/** Puts all items that can have a namespace into one, and what names a namespace along with them. */
export function setNamespaces(
  items: readonly Item[],
  settings: NamespaceSettings,
  build: BuildContext,
): readonly Item[] {
  const counts = new Map<string, number>()
  const count = (key: string, change: number) => {
    const value = (counts.get(key) ?? 0) + change
    counts.set(key, value)
    return value
  }
  const key = (item: Item) => keyOf(currentId(item, build.isClusterScoped))
  for (const item of items) count(key(item), 1)
  return items.map(item => {
    if (isHelmGenerated(item)) return item
    const moved = moveItem(item, settings, build)
    count(key(item), -1)
    if (count(key(moved), 1) > 1) reportConflict(moved, settings, build)
    return moved
  })
}

function moveItem(item: Item, settings: NamespaceSettings, build: BuildContext): Item {
  return setNamespaceFields(rememberId(item, build.isClusterScoped), settings, build)
}

/** The same without a memory of the id before. */
export function setNamespaceFields(item: Item, settings: NamespaceSettings, build: BuildContext): Item {
  const { apiVersion, kind } = identify(item.root)
  const refuse = refuseField(item, build)
  const set = (node: Node) => {
    if (settings.unsetOnly && node.kind === 'scalar' && node.tag !== 'null' && node.text !== '') return node
    if (node.kind !== 'scalar') refuse(node, { path: 'namespace' })
    return replaceText(node, settings.namespace, settings.by, 'str')
  }
  const edit = { set, make: () => makeNull(settings.by), by: settings.by, refuse }
  const clustered = currentId(item, build.isClusterScoped).scope === clusterScope
  const placed = clustered ? item : editItem(item, metadataNamespace, edit)
  const bound = mapSubjects(placed, settings.subjects, edit)
  return editItem(bound, remainingSpecs(settings.specs, apiVersion, kind), edit)
}

const metadataNamespace: readonly FieldSpec[] = [{ path: 'metadata/namespace', create: true }]

const remaining = new WeakMap<readonly FieldSpec[], Map<string, readonly FieldSpec[]>>()

/** What is done otherwise: metadata, and the subjects of bindings. Only an object of apiVersion v1 is renamed. */
function remainingSpecs(specs: readonly FieldSpec[], apiVersion: string, kind: string): readonly FieldSpec[] {
  const isBinding = kind === 'RoleBinding' || kind === 'ClusterRoleBinding'
  const variant = `${apiVersion === 'v1'} ${isBinding}`
  const variants = remaining.get(specs) ?? new Map<string, readonly FieldSpec[]>()
  remaining.set(specs, variants)
  const known = variants.get(variant)
  if (known !== undefined) return known
  const kept = specs.filter(spec => {
    if (spec.path === 'metadata/namespace') return false
    if (spec.path === 'metadata/name') return apiVersion === 'v1'
    const ofBinding = spec.kind === 'RoleBinding' || spec.kind === 'ClusterRoleBinding'
    return !(isBinding && ofBinding && spec.path === 'subjects/namespace')
  })
  variants.set(variant, kept)
  return kept
}

function isHelmGenerated(item: Item): boolean {
  const mark = nodeAt(item.root, ['metadata', 'annotations', 'internal.config.kubernetes.io/helm-generated'])
  return mark?.kind === 'scalar' && mark.text === 'true'
}

function reportConflict(item: Item, settings: NamespaceSettings, build: BuildContext): void {
  build.report({
    code: 'namespace-conflict',
    severity: 'error',
    message: `namespace transformation produces ID conflict: several objects become ${formatId(currentId(item, build.isClusterScoped))}`,
    fix: 'rename one of them, or move only the ones that belong into this namespace',
    source: settings.by,
  })
}
