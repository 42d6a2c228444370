import type { Manifest } from '../../api/manifest.ts'

/** What an installation of Argo CD has beside its programs. */
export const listConfig = (): readonly Manifest[] => [
  {
    ...object('ConfigMap', 'argocd-cm'),
    data: { 'timeout.reconciliation': '10s', 'timeout.reconciliation.jitter': '0s' },
  },
  object('ConfigMap', 'argocd-rbac-cm'),
  { ...object('Secret', 'argocd-secret'), stringData: { 'server.secretkey': 'only-for-tests' } },
]

const object = (kind: string, name: string): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'argocd', labels: { 'app.kubernetes.io/part-of': 'argocd' } },
})
