import { join } from 'node:path'
import type { Command } from '../process/start-process.ts'
import { network } from './network.ts'

interface Place {
  readonly folder: string
  readonly state: string
  readonly pki: string
  readonly port: number
}

/** The controllers of Kubernetes: Deployments, StatefulSets, ServiceAccounts, garbage collection, volumes … */
export function controllerManager(place: Place): Command {
  const { pki } = place
  return controller(place, 'kube-controller-manager', [
    ['--use-service-account-credentials'],
    ['--service-account-private-key-file', join(pki, 'sa.key')],
    ['--root-ca-file', join(pki, 'ca.crt')],
    ['--cluster-signing-cert-file', join(pki, 'ca.crt')],
    ['--cluster-signing-key-file', join(pki, 'ca.key')],
    ['--allocate-node-cidrs'],
    ['--cluster-cidr', network.pods],
    ['--service-cluster-ip-range', network.services],
  ])
}

/** Places pods on nodes. */
export const scheduler = (place: Place): Command => controller(place, 'kube-scheduler', [])

function controller({ folder, state, pki, port }: Place, name: string, more: readonly (readonly string[])[]): Command {
  const kubeconfig = join(pki, `${name}.kubeconfig`)
  const args = [
    ['--kubeconfig', kubeconfig],
    ['--authentication-kubeconfig', kubeconfig],
    ['--authorization-kubeconfig', kubeconfig],
    ['--bind-address', '127.0.0.1'],
    ['--secure-port', String(port)],
    ['--cert-dir', join(state, name)],
    ['--leader-elect=false'],
    // With the default of 20 a second the controller manager takes 4 s to start its controllers alone.
    ['--kube-api-qps', '300'],
    ['--kube-api-burst', '600'],
    ...more,
  ]
  return { name, program: join(folder, name), args: args.flat() }
}
