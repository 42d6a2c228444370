import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding } from '../../model/rule.ts'
import { expectedOf, findExpected } from './expected.ts'
import { entries, type Field, fieldOf, pathOf, text } from './field.ts'
import { suggest } from './suggest.ts'

/** A place where a manifest names an object, and maybe a key of its data. */
export interface ObjectReference {
  readonly kind: string
  readonly namespace: string | undefined
  /** The field that holds the name. */
  readonly name: Field
  /** The fields that hold keys of the object's data. */
  readonly keys?: readonly Field[]
  /** What Kubernetes calls optional: the pod starts without it. */
  readonly isOptional?: boolean
  /** Kinds that Kubernetes or an add-on brings along are not expected to be in Git. */
  readonly isExternal?: (name: string) => boolean
}

/** What is wrong with a reference: its object does not exist, or the object has not that key. */
export function* checkReference(reference: ObjectReference, cluster: ClusterView): Iterable<Finding> {
  const name = text(reference.name)
  if (name === undefined || name === '') return
  const target = cluster.find(reference.kind, reference.namespace, name)
  const expected = findExpected(cluster, reference.kind, reference.namespace, name)
  if (target || expected) yield* checkKeys(reference, name, target ? dataKeys(target) : expected?.keys)
  else if (isJudged(reference, name, cluster)) yield reportMissing(reference, name, cluster)
}

function isJudged({ isOptional, isExternal }: ObjectReference, name: string, { complete }: ClusterView): boolean {
  return complete && !isOptional && !isExternal?.(name)
}

function reportMissing({ kind, namespace, name: field }: ObjectReference, name: string, cluster: ClusterView): Finding {
  const there = cluster.ofKind(kind).filter(({ id }) => id.namespace === namespace)
  const expected = expectedOf(cluster).filter(one => one.kind === kind && one.namespace === namespace)
  const known = [...there.map(({ id }) => id.name), ...expected.map(one => one.name)]
  return {
    path: pathOf(field),
    message: `${kind} "${name}" does not exist${inNamespace(namespace)}`,
    ...suggest(name, known, missingFix(kind, known)),
  }
}

export function inNamespace(namespace: string | undefined): string {
  return namespace === undefined ? '' : ` in namespace "${namespace}"`
}

function missingFix(kind: string, known: readonly string[]): string {
  const others = known.length === 0 ? '' : ` (there are: ${[...new Set(known)].sort().join(', ')})`
  return `name one that exists${others}, add the ${kind}, or list it in the annotation gitops.fogflow.io/expects of its Namespace`
}

function* checkKeys(reference: ObjectReference, name: string, keys: readonly string[] | undefined): Iterable<Finding> {
  for (const field of reference.keys ?? []) {
    const key = text(field)
    if (key === undefined || keys === undefined || keys.includes(key) || reference.isOptional) continue
    const message = `${reference.kind} "${name}" has no key "${key}"`
    const all = keys.length === 0 ? 'it has no keys' : `its keys are: ${keys.join(', ')}`
    yield { path: pathOf(field), message, ...suggest(key, keys, `name a key that it has (${all})`) }
  }
}

/** The keys of a ConfigMap's or Secret's data; undefined for an object that has no such thing. */
export function dataKeys(resource: Resource): readonly string[] | undefined {
  if (resource.id.kind !== 'ConfigMap' && resource.id.kind !== 'Secret') return undefined
  const root = fieldOf(resource)
  return ['data', 'binaryData', 'stringData'].flatMap(part => entries(root, part).map(({ key }) => String(key)))
}
