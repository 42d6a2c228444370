import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apply } from '../api/apply.ts'
import type { Manifest } from '../api/manifest.ts'
import { create, list } from '../api/objects.ts'
import type { ControlPlane } from '../control-plane/start-control-plane.ts'
import { findFreePorts } from '../process/free-ports.ts'
import { startProcess } from '../process/start-process.ts'
import { waitFor } from '../process/wait-for.ts'
import { describeForwards, type Forwards } from './forwards.ts'
import { makeNode, type NodeSpec } from './nodes.ts'
import { readStages } from './read-stages.ts'

/**
 * Starts kwok, which plays the nodes, and waits until they are ready. Storage of the class `standard` is there at once. A
 * port-forward to any pod leads to this machine, by the port of the container.
 */
export async function startNodes(
  plane: ControlPlane,
  kwok: string,
  nodes: readonly NodeSpec[],
  forwards: Forwards = {},
): Promise<void> {
  const { api, state, kubeconfig } = plane
  const config = join(state, 'stages.yaml')
  writeFileSync(config, [readStages(join(kwok, 'stages')), describeForwards(forwards)].join('---\n'))
  const [port = 0] = await findFreePorts(1)
  const args = [
    ['--kubeconfig', kubeconfig],
    ['--config', config],
    ['--manage-all-nodes'],
    ['--node-lease-duration-seconds', '40'],
    ['--node-ip', '127.0.0.1'],
    ['--cidr', '10.244.0.0/24'],
    ['--server-address', `127.0.0.1:${port}`],
    ['--node-port', String(port)], // where the API server finds the kubelet of a node
    ['--tls-cert-file', join(state, 'pki/apiserver.crt')],
    ['--tls-private-key-file', join(state, 'pki/apiserver.key')],
  ]
  const process = startProcess(state, { name: 'kwok', program: join(kwok, 'kwok'), args: args.flat() })
  await Promise.all([apply(api, storageClass('standard', true)), ...nodes.map(node => create(api, makeNode(node)))])
  const still = async () => (await list<Node>(api, { apiVersion: 'v1', kind: 'Node' })).filter(node => !isReady(node))
  const look = async () => {
    const unready = await still()
    return unready.length === 0 ? { done: true } : { still: `${unready.length} are not` }
  }
  await waitFor('the nodes to be ready', look, { seconds: 60, assertAlive: process.assertAlive })
}

interface Node extends Manifest {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] }
}

const isReady = ({ status }: Node) =>
  status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false

/** A class whose volumes kwok makes. */
const storageClass = (name: string, isDefault = false): Manifest => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name, annotations: { 'storageclass.kubernetes.io/is-default-class': String(isDefault) } },
  provisioner: 'kwok.x-k8s.io/volume',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'Immediate',
})
