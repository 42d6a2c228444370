import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '../api/api.ts'
import { apply } from '../api/apply.ts'
import type { Manifest } from '../api/manifest.ts'
import { create, list } from '../api/objects.ts'
import type { ControlPlane } from '../control-plane/start-control-plane.ts'
import { findFreePorts } from '../process/free-ports.ts'
import { type Running, startProcess } from '../process/start-process.ts'
import { waitFor } from '../process/wait-for.ts'
import { describeForwards, type Forwards } from './forwards.ts'
import { makeNode, type NodeSpec } from './nodes.ts'
import { ownClass, readStages } from './read-stages.ts'

/** Which nodes and volumes kwok plays. */
export interface KwokPlan {
  /** Where port-forwards to pods lead, by the port of the container. */
  readonly forwards?: Forwards
  /** The annotation of its nodes, where there are others: then it leaves alone what is not on them. */
  readonly selector?: string
}

/** Starts kwok, which plays the nodes, and waits until they are ready. Storage of the class `standard` is there at once. */
export async function startNodes(
  plane: ControlPlane,
  kwok: string,
  nodes: readonly NodeSpec[],
  forwards: Forwards = {},
): Promise<void> {
  const process = await startKwok(plane, kwok, { forwards })
  await makeNodes(plane.api, nodes, process)
}

export async function startKwok(plane: ControlPlane, kwok: string, plan: KwokPlan): Promise<Running> {
  const { api, state, kubeconfig } = plane
  const { forwards = {}, selector } = plan
  const config = join(state, 'stages.yaml')
  const stages = readStages(join(kwok, 'stages'), selector === undefined)
  writeFileSync(config, [stages, describeForwards(forwards)].join('---\n'))
  const [port = 0] = await findFreePorts(1)
  const args = [
    ['--kubeconfig', kubeconfig],
    ['--config', config],
    selector === undefined ? ['--manage-all-nodes'] : ['--manage-nodes-with-annotation-selector', selector],
    ['--node-lease-duration-seconds', '40'],
    ['--node-ip', '127.0.0.1'],
    ['--cidr', '10.244.0.0/24'],
    ['--server-address', `127.0.0.1:${port}`],
    ['--node-port', String(port)], // where the API server finds the kubelet of a node
    ...(selector === undefined ? listCertificates(state) : []),
  ]
  const process = startProcess(state, { name: 'kwok', program: join(kwok, 'kwok'), args: args.flat() })
  await apply(api, selector === undefined ? storageClass('standard', true) : storageClass(ownClass))
  return process
}

/** Port-forwards come by TLS. */
const listCertificates = (state: string) => [
  ['--tls-cert-file', join(state, 'pki/apiserver.crt')],
  ['--tls-private-key-file', join(state, 'pki/apiserver.key')],
]

export async function makeNodes(api: Api, nodes: readonly NodeSpec[], { assertAlive }: Running): Promise<void> {
  await Promise.all(nodes.map(node => create(api, makeNode(node))))
  const names = new Set(nodes.map(({ name }) => name))
  const isOurs = ({ metadata }: Manifest) => names.has(metadata.name)
  const look = async () => {
    const all = (await list<Node>(api, { apiVersion: 'v1', kind: 'Node' })).filter(isOurs)
    const unready = all.filter(node => !isReady(node))
    return unready.length === 0 ? { done: true } : { still: `${unready.length} are not` }
  }
  await waitFor('the nodes to be ready', look, { seconds: 60, assertAlive })
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
