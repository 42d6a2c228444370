import type { Manifest } from '../api/manifest.ts'

export interface NodeSpec {
  readonly name: string
  readonly isControlPlane?: boolean
  readonly labels?: Readonly<Record<string, string>>
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[]
}

const size = { cpu: '16', memory: '64Gi', pods: '500', 'ephemeral-storage': '500Gi' }

/** A node that only kwok knows. */
export function makeNode({ name, isControlPlane = false, labels, taints = [] }: NodeSpec): Manifest {
  const role = { 'node-role.kubernetes.io/control-plane': '' }
  const platform = { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' }
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake' },
      labels: { ...platform, ...(isControlPlane && role), ...labels },
    },
    spec: { taints },
    status: { capacity: size, allocatable: size },
  }
}

const reserved = [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }]

/** Control-plane nodes that take nothing else, and others, as kubeadm makes them. */
export function listNodes(controlPlane: number, others: number, prefix = ''): readonly NodeSpec[] {
  const name = (kind: string) => (_: unknown, index: number) => `${prefix}${kind}-${index}`
  return [
    ...Array.from({ length: controlPlane }, name('control')).map(name => ({
      name,
      isControlPlane: true,
      taints: reserved,
    })),
    ...Array.from({ length: others }, name('node')).map(name => ({ name })),
  ]
}
