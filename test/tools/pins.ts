/** The programs that the slow suites measure us against, as Go modules at fixed versions. */
export const pins = {
  kustomize: { module: 'sigs.k8s.io/kustomize/kustomize/v5', version: 'v5.8.1' },
  kubeconform: { module: 'github.com/yannh/kubeconform/cmd/kubeconform', version: 'v0.8.0' },
  'kube-score': { module: 'github.com/zegl/kube-score/cmd/kube-score', version: 'v1.20.0' },
  sops: { module: 'github.com/getsops/sops/v3/cmd/sops', version: 'v3.13.3' },
  // The last version whose module is named by the path that the module proxy knows: later ones call themselves
  // github.com/bitnami/sealed-secrets, and "go install" refuses the difference. The format has not changed since.
  kubeseal: { module: 'github.com/bitnami-labs/sealed-secrets/cmd/kubeseal', version: 'v0.36.6' },
} as const

export type Tool = keyof typeof pins
