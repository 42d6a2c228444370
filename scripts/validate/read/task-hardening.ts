import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { at, fieldOf, items, texts } from './field.ts'
import { labelSelector, labelsOf, selects } from './selector.ts'

/** Whether an admission policy changes the Deployments that are made in a namespace. */
export function isHardened(namespace: Resource, cluster: ClusterView): boolean {
  const labels = labelsOf({
    ...texts(fieldOf(namespace), 'metadata', 'labels'),
    'kubernetes.io/metadata.name': namespace.id.name,
  })
  return cluster.ofKind('MutatingAdmissionPolicy').some(policy => {
    const match = fieldOf(policy, 'spec', 'matchConstraints')
    const isOfDeployments = items(match, 'resourceRules').some(rule =>
      items(rule, 'resources').some(({ value }) => value === 'deployments' || value === '*'),
    )
    return isOfDeployments && selects(labelSelector(at(match, 'namespaceSelector')) ?? [], labels)
  })
}
