/** The kinds of manifests for FogFlow that belong to no namespace. */
export function isClusterScoped(kind: string): boolean {
  return /^(?:Cluster.+|Namespace|Node|PersistentVolume|StorageClass|PriorityClass|IngressClass|CustomResourceDefinition)$/.test(
    kind,
  )
}
