import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { apply } from '../../api/apply.ts'
import { installCrds } from '../../api/install-crds.ts'
import type { ControlPlane } from '../../control-plane/start-control-plane.ts'
import { findFreePorts } from '../../process/free-ports.ts'
import { startProcess } from '../../process/start-process.ts'
import { untilHttp } from '../../process/until-http.ts'
import { listConfig } from './config.ts'
import { linkPrograms } from './link-programs.ts'

/** Starts Redis and Argo CD's repository server, application controller and ApplicationSet controller. */
export async function startArgocd(plane: ControlPlane, folder: string): Promise<void> {
  const { api, state } = plane
  const programs = linkPrograms(state, join(folder, 'argocd'))
  await installCrds(api, join(folder, 'crds'))
  await apply(api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } })
  await Promise.all(listConfig().map(manifest => apply(api, manifest)))
  const env = {
    ...makeFolders(state),
    KUBECONFIG: plane.kubeconfig,
    PATH: `${programs}${delimiter}${process.env.PATH ?? ''}`,
  }
  for (const { name, args, ready } of await listCommands(plane)) {
    const running = startProcess(state, { name, program: join(programs, name), args, env })
    if (ready) await untilHttp(name, ready, running)
  }
}

/** Settings that a container image has as folders. */
function makeFolders(state: string): Readonly<Record<string, string>> {
  const folders = {
    ARGOCD_TLS_DATA_PATH: 'tls',
    ARGOCD_SSH_DATA_PATH: 'ssh',
    ARGOCD_GNUPGHOME: 'gpg',
    ARGOCD_PLUGINSOCKFILEPATH: 'plugin',
    TMPDIR: 'tmp',
  }
  const paths = Object.entries(folders).map(([name, folder]) => [name, join(state, 'argocd', folder)] as const)
  for (const [, path] of paths) mkdirSync(path, { recursive: true })
  return {
    ...Object.fromEntries(paths),
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_FAKE_IN_CLUSTER: 'true', // https://kubernetes.default.svc is the server of the kubeconfig
    ARGOCD_RECONCILIATION_TIMEOUT: '10s',
  }
}

interface Server {
  readonly name: string
  readonly args: readonly string[]
  /** Answers when it is ready. */
  readonly ready?: string
}

async function listCommands({ state, kubeconfig }: ControlPlane): Promise<readonly Server[]> {
  const ports = await findFreePorts(8)
  const address = (index: number) => `127.0.0.1:${ports[index]}`
  const port = (index: number) => String(ports[index])
  const redis = ['--redis', address(0)]
  const controller = ['--kubeconfig', kubeconfig, '--namespace', 'argocd']
  const repository = [
    '--address',
    '127.0.0.1',
    '--port',
    port(1),
    '--metrics-address',
    '127.0.0.1',
    '--metrics-port',
    port(2),
  ]
  const application = ['--repo-server', address(1), '--repo-server-plaintext', '--metrics-port', port(3), ...resync]
  const set = ['--argocd-repo-server', address(1), '--repo-server-plaintext', '--metrics-addr', address(4)]
  const probes = ['--probe-addr', address(5), '--webhook-addr', address(6)]
  return [
    {
      name: 'redis-server',
      args: ['--port', port(0), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', state],
    },
    {
      name: 'argocd-repo-server',
      args: [...repository, '--disable-tls', ...redis],
      ready: `http://${address(2)}/healthz`,
    },
    {
      name: 'argocd-application-controller',
      args: [...controller, ...application, ...redis],
      ready: `http://${address(3)}/healthz`,
    },
    {
      name: 'argocd-applicationset-controller',
      args: [...controller, ...set, ...probes],
      ready: `http://${address(4)}/metrics`,
    },
  ]
}

const resync = [
  '--persist-resource-health',
  '--app-resync',
  '10',
  '--app-resync-jitter',
  '0',
  '--self-heal-timeout-seconds',
  '1',
]
