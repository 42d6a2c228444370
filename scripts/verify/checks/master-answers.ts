import type { Check } from '../check.ts'
import { findEndpoint, isMap, readyPods } from '../fogflow/ask.ts'
import { expectAnswers } from '../fogflow/expect-answers.ts'
import { listIdentities, masterIdentity } from '../fogflow/identities.ts'
import { notHere, notReady } from '../fogflow/skips.ts'
import { workloadsOf } from '../kube/list-workloads.ts'
import type { Scene } from '../scene.ts'

/** Master's /status answers 200 although it has lost RabbitMQ for good; the workers that it knows tell that apart. */
export const masterAnswers = {
  id: 'master-answers',
  summary: 'Master answers as the one of this site, and knows every worker of the site.',
  order: 12,
  async run(scene) {
    const workloads = workloadsOf(scene, 'master')
    if (workloads.length === 0) return { skipped: notHere(scene, 'master') }
    const endpoint = findEndpoint(workloads, 'rest')
    if (!endpoint) return { skipped: `master of release ${scene.cluster.settings.release} has no REST API` }
    const pods = await readyPods(scene, endpoint)
    if (pods.length === 0) return { skipped: notReady(endpoint) }
    const [id, workers] = [masterIdentity(scene), listIdentities(scene, 'worker')]
    const expectations = [
      { ...status, judge: (json: unknown) => judgeStatus(json, id) },
      { ...known, fix: restart(scene), judge: (json: unknown) => judgeWorkers(json, workers) },
    ]
    const problems = await expectAnswers(scene, { pods, port: endpoint.port }, expectations)
    return { problems, seen: `${id} knows ${workers.join(', ')}` }
  },
} satisfies Check

const status = {
  question: { path: '/status' },
  meaning: 'it runs with the configuration of another site, or is no master',
}

const known = {
  question: { path: '/workers' },
  meaning:
    'it gives these no task; without any worker it has most likely lost RabbitMQ, and stays so until it is restarted',
}

const restart = ({ cluster }: Scene): string =>
  `see check queues-alive; then restart in this order: kubectl -n ${cluster.settings.namespace} rollout restart statefulset/worker deployment/master deployment/designer`

function judgeStatus(json: unknown, id: string): string | undefined {
  if (!isMap(json)) return 'which is no status'
  return json.id === id ? undefined : `its id is not "${id}"`
}

function judgeWorkers(json: unknown, workers: readonly string[]): string | undefined {
  if (!isMap(json)) return 'which is no map of workers'
  const missing = workers.filter(id => !(id in json))
  return missing.length > 0 ? `without ${missing.join(', ')}` : undefined
}
