import { isClusterScoped } from '../cluster-scoped.ts'
import { placeOf, scalarAt } from '../node.ts'
import type { Site } from '../site.ts'
import type { Setting } from './setting.ts'

/** Namespaces that belong to Kubernetes itself, and the one that everybody else uses too. */
const reserved = /^(?:default|kube-.*)$/

/** The one namespace that the source names for everything; where it names several, the usual one stays. */
export function findNamespace(site: Site): readonly Setting[] {
  const path = ['namespace']
  const chart = site.values.flatMap(values => scalarAt(values, 'namespace') ?? [])
  const objects = site.resources
    .filter(({ id }) => !isClusterScoped(id.kind) && id.namespace !== undefined)
    .map(({ id, root }) => ({ text: String(id.namespace), at: placeOf(root, 'metadata', 'namespace') }))
  const all = [...chart, ...objects]
  const [first] = all
  const isOne = new Set(all.map(({ text }) => text)).size === 1
  if (!isOne || first === undefined || reserved.test(first.text) || first.text === 'fogflow') return []
  return [{ path, value: first.text, at: first.at }]
}
