import type { Rule } from '../../model/rule.ts'
import { fieldOf } from '../read/field.ts'
import { podOf, selectPods } from '../read/pod.ts'
import { describe, labelSelector } from '../read/selector.ts'

export const overlappingSelector = {
  id: 'overlapping-selector',
  severity: 'error',
  scope: 'cluster',
  summary: "A workload's selector selects no pods of another workload.",
  why: 'Controllers whose selectors overlap take pods for their own that they have not made, and fight over them (Kubernetes, "Deployments", Selector).',
  fix: 'select by a label that only these pods have, such as app.kubernetes.io/name',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  *check(resource, cluster) {
    const pod = podOf(resource)
    const selector = labelSelector(fieldOf(resource, 'spec', 'selector'))
    if (!pod || !selector || resource.id.namespace === undefined) return
    const other = selectPods(cluster, resource.id.namespace, selector).find(
      one => one.resource !== resource && one.resource.id.namespace === resource.id.namespace,
    )
    if (!other || isSame(other.resource, resource)) return
    const { kind, name } = other.resource.id
    const what = selector.length === 0 ? 'every pod' : describe(selector)
    yield { path: ['spec', 'selector'], message: `the selector (${what}) selects the pods of ${kind} "${name}", too` }
  },
} satisfies Rule

/** The object itself, written twice, of which duplicate-object tells. */
function isSame(
  { id }: { readonly id: { kind: string; name: string } },
  other: { readonly id: { kind: string; name: string } },
) {
  return id.kind === other.id.kind && id.name === other.id.name
}
