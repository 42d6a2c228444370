import type { Kind } from './kinds.ts'

/** pkg/apis/rbac/validation/validation.go ValidateRBACName and the groups whose names are arbitrary path segments. */
const pathSegments = new Set(['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding', 'CertificateSigningRequest'])
const otherForms = new Set(['IPAddress', 'APIService', 'ClusterTrustBundle', 'StorageVersion', 'ComponentStatus'])

/**
 * The form of a kind's metadata.name: a DNS name unless the kind's validation says otherwise
 * (pkg/apis/<group>/validation/validation.go, the name function given to ValidateObjectMeta).
 * @param minor the Kubernetes version, 34 for 1.34
 */
export function nameFormOf({ kind }: Pick<Kind, 'kind'>, minor: number): string {
  // pkg/features/kube_features.go RelaxedServiceNameValidation: on since 1.36
  if (kind === 'Service') return minor >= 36 ? 'dns-label' : 'dns-1035-label'
  if (kind === 'Namespace' || kind === 'StatefulSet') return 'dns-label'
  return pathSegments.has(kind) || otherForms.has(kind) ? 'path-segment' : 'dns-subdomain'
}
