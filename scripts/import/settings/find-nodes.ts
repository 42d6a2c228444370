import type { Node } from 'kustomize-ts'
import { inKubernetes } from '../facts.ts'
import { entriesAt, itemsAt, placeOf, textAt } from '../node.ts'
import type { Site } from '../site.ts'
import type { Setting } from './setting.ts'

/** What all pods alike ask of their nodes; what only some ask for is a matter of topology. */
export function findNodes(site: Site): readonly Setting[] {
  const pods = inKubernetes(site)
    .filter(({ component }) => component !== undefined)
    .map(({ kubernetes }) => kubernetes.pod)
  const [first] = pods
  if (first === undefined) return []
  const labels = common(pods, labelsOf)
  const taints = common(pods, taintsOf)
  return [
    ...labels.map(([key, value]) => ({ path: ['nodes', 'labels', key], value, at: placeOf(first, 'nodeSelector') })),
    ...(taints.length > 0 ? [{ path: ['nodes', 'taints'], value: taints, at: placeOf(first, 'tolerations') }] : []),
  ]
}

/** What every pod has, in the order of the first. */
function common<T>(pods: readonly Node[], read: (pod: Node) => readonly T[]): readonly T[] {
  const [first = [], ...others] = pods.map(read)
  const seen = others.map(list => new Set(list.map(item => JSON.stringify(item))))
  return first.filter(item => seen.every(set => set.has(JSON.stringify(item))))
}

const labelsOf = (pod: Node) =>
  entriesAt(pod, 'nodeSelector').flatMap(([key, value]) => [[key, textAt(value) ?? ''] as const])

/** As kubectl writes a taint; a toleration of everything names none. */
const taintsOf = (pod: Node) =>
  itemsAt(pod, 'tolerations').flatMap(toleration => {
    const [key, value, effect] = ['key', 'value', 'effect'].map(name => textAt(toleration, name))
    if (key === undefined || effect === undefined) return []
    return [value === undefined ? `${key}:${effect}` : `${key}=${value}:${effect}`]
  })
