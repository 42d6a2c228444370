import type { ClusterView } from '../../model/cluster-view.ts'
import { podsOf } from './pod.ts'

/** A namespace for which the manifests make no pod: the worker makes task pods there, whose labels Git does not know. */
export function isTaskNamespace(cluster: ClusterView, namespace: string | undefined): boolean {
  return !podsOf(cluster).some(pod => pod.namespace === namespace)
}
