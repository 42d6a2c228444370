import { join } from 'node:path'
import type { Command } from '../process/start-process.ts'
import { network } from './network.ts'

/** The API server on the loopback interface, with the admission and authorization that a cluster has by default. */
export function apiServer(
  folder: string,
  pki: string,
  ports: { readonly api: number; readonly etcd: number },
): Command {
  const args = [
    ['--etcd-servers', `http://127.0.0.1:${ports.etcd}`],
    ['--bind-address', '127.0.0.1'],
    ['--advertise-address', '127.0.0.1'],
    ['--secure-port', String(ports.api)],
    ['--endpoint-reconciler-type', 'none'], // Endpoints of `kubernetes` must not be loopback addresses
    ['--tls-cert-file', join(pki, 'apiserver.crt')],
    ['--tls-private-key-file', join(pki, 'apiserver.key')],
    ['--client-ca-file', join(pki, 'ca.crt')],
    ['--service-account-issuer', 'https://kubernetes.default.svc'],
    ['--service-account-key-file', join(pki, 'sa.pub')],
    ['--service-account-signing-key-file', join(pki, 'sa.key')],
    ['--authorization-mode', 'Node,RBAC'],
    ['--enable-admission-plugins', 'NodeRestriction'],
    ['--service-cluster-ip-range', network.services],
    ['--allow-privileged'],
    ['--kubelet-preferred-address-types', 'InternalIP'], // nobody looks up the names of nodes
  ]
  return { name: 'kube-apiserver', program: join(folder, 'kube-apiserver'), args: args.flat() }
}
