/** The programs that the slow suites measure us against, as Go modules at fixed versions. */
export const pins = {
  kustomize: { module: 'sigs.k8s.io/kustomize/kustomize/v5', version: 'v5.8.1' },
  kubeconform: { module: 'github.com/yannh/kubeconform/cmd/kubeconform', version: 'v0.8.0' },
} as const

export type Tool = keyof typeof pins
