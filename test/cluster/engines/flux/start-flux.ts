import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { apply } from '../../api/apply.ts'
import { installCrds } from '../../api/install-crds.ts'
import type { ControlPlane } from '../../control-plane/start-control-plane.ts'
import { findFreePorts } from '../../process/free-ports.ts'
import { startProcess } from '../../process/start-process.ts'
import { untilHttp } from '../../process/until-http.ts'

const namespace = 'flux-system'

/** Starts Flux's source and kustomize controllers, as a default installation runs them but for the times. */
export async function startFlux({ api, state, kubeconfig }: ControlPlane, folder: string): Promise<void> {
  await Promise.all(['source', 'kustomize'].map(name => installCrds(api, join(folder, 'crds', name))))
  await apply(api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  const storage = join(state, 'artifacts')
  mkdirSync(storage)
  const [files = 0, ...ports] = await findFreePorts(5)
  const address = `127.0.0.1:${files}`
  const own = {
    'source-controller': [`--storage-path=${storage}`, `--storage-addr=${address}`, `--storage-adv-addr=${address}`],
    'kustomize-controller': [
      '--requeue-dependency=2s', // by default 30 s: most of the time that a test would take
      // Without it a revert waits until the commit before it has run out of time: 15 minutes on a real cluster.
      '--feature-gates=CancelHealthCheckOnNewRevision=true',
    ],
  }
  const env = { KUBECONFIG: kubeconfig, RUNTIME_NAMESPACE: namespace, TUF_ROOT: join(state, 'tuf') }
  for (const [index, [name, args]] of Object.entries(own).entries()) {
    const [metrics = 0, health = 0] = ports.slice(2 * index)
    const program = join(folder, name)
    const process = startProcess(state, { name, program, args: [...common(metrics, health), ...args], env })
    await untilHttp(`Flux's ${name}`, `http://127.0.0.1:${health}/readyz`, process)
  }
}

const common = (metrics: number, health: number) => [
  `--metrics-addr=127.0.0.1:${metrics}`,
  `--health-addr=127.0.0.1:${health}`,
  '--events-addr=',
  '--watch-all-namespaces',
  '--enable-leader-election=false',
]
