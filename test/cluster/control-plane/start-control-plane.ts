import { get } from 'node:https'
import { type Api, openApi } from '../api/api.ts'
import { read } from '../api/objects.ts'
import { findFreePorts } from '../process/free-ports.ts'
import { type Running, startProcess } from '../process/start-process.ts'
import { waitFor } from '../process/wait-for.ts'
import { apiServer } from './api-server.ts'
import { clientNames, makeCertificates } from './certificates.ts'
import { controllerManager, scheduler } from './controllers.ts'
import { etcd } from './etcd.ts'
import { writeKubeconfig } from './kubeconfig.ts'
import { network } from './network.ts'

export interface ControlPlane {
  readonly api: Api
  /** Of a cluster administrator. */
  readonly kubeconfig: string
  /** Folder of everything that belongs to it. */
  readonly state: string
}

export interface Folders {
  readonly kube: string
  readonly etcd: string
}

/** Starts Kubernetes without nodes; done when it makes service accounts, the last thing that a first pod needs. */
export async function startControlPlane(state: string, folders: Folders): Promise<ControlPlane> {
  const [client = 0, peer = 0, port = 0, ...controllerPorts] = await findFreePorts(5)
  const pki = await makeCertificates(state, network.firstService)
  const server = `https://127.0.0.1:${port}`
  const [kubeconfig = ''] = clientNames.map(name => writeKubeconfig(pki, name, server))
  const store = startProcess(state, etcd(folders.etcd, state, { client, peer }))
  const apiProcess = startProcess(state, apiServer(folders.kube, pki, { api: port, etcd: client }))
  const assertAlive = assertAllAlive([store, apiProcess])
  const api = openApi(kubeconfig, { assertAlive })
  await untilReady(api, assertAlive)
  await startControllers({ folder: folders.kube, state, pki }, controllerPorts)
  await untilServiceAccounts(api)
  return { api, kubeconfig, state }
}

const assertAllAlive = (processes: readonly Running[]) => () => {
  for (const { assertAlive } of processes) assertAlive()
}

const untilReady = ({ send }: Api, assertAlive: () => void): Promise<true> =>
  waitFor(
    'the API server',
    async () => {
      const { status } = await send({ path: '/readyz' }).catch(({ message }: Error) => ({ status: message }))
      return status === 200 ? { done: true } : { still: String(status) }
    },
    { seconds: 120, assertAlive },
  )

async function startControllers(
  place: Readonly<Record<'folder' | 'state' | 'pki', string>>,
  ports: readonly number[],
): Promise<void> {
  const [manager = 0, scheduling = 0] = ports
  const commands = [controllerManager({ ...place, port: manager }), scheduler({ ...place, port: scheduling })]
  const processes = commands.map(command => startProcess(place.state, command))
  const patience = { seconds: 60, assertAlive: assertAllAlive(processes) }
  await waitFor(
    'the controllers of Kubernetes',
    async () => ((await Promise.all(ports.map(isHealthy))).every(Boolean) ? { done: true } : { still: 'not healthy' }),
    patience,
  )
}

/** Its certificate is made by itself at start: nothing here depends on who answers. */
const isHealthy = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const url = `https://127.0.0.1:${port}/healthz`
    get(url, { rejectUnauthorized: false }, response => resolve(response.resume().statusCode === 200)).on('error', () =>
      resolve(false),
    )
  })

const untilServiceAccounts = (api: Api): Promise<unknown> =>
  waitFor(
    'the service account that pods run with',
    async () => {
      const account = await read(api, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        namespace: 'default',
        name: 'default',
      })
      return account ? { done: account } : { still: 'it is not there' }
    },
    { seconds: 60 },
  )
