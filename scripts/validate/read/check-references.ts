import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding } from '../../model/rule.ts'
import { checkReference, type ObjectReference } from './object-reference.ts'
import { type Pod, podOf } from './pod.ts'

/** Judges every reference that `read` finds in the pods of a resource. */
export function* checkPodReferences(
  resource: Resource,
  cluster: ClusterView,
  read: (pod: Pod) => readonly ObjectReference[],
): Iterable<Finding> {
  const pod = podOf(resource)
  if (pod) for (const reference of read(pod)) yield* checkReference(reference, cluster)
}
