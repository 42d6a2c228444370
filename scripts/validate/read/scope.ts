/** The cluster-scoped kinds that a manifest of FogFlow's refers to by name (Kubernetes' API reference, v1.34). */
const clusterScoped: ReadonlySet<string> = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'IngressClass',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
])

export function isClusterScoped(kind: string): boolean {
  return clusterScoped.has(kind)
}
