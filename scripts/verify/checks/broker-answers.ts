import type { Check } from '../check.ts'
import { findEndpoint, isMap, readyPods } from '../fogflow/ask.ts'
import { expectAnswers } from '../fogflow/expect-answers.ts'
import { hasProbe, notHere, notReady } from '../fogflow/skips.ts'
import { workloadsOf } from '../kube/list-workloads.ts'

export const brokerAnswers = {
  id: 'broker-answers',
  summary: 'Every broker shard answers.',
  order: 11,
  async run(scene) {
    const endpoint = findEndpoint(workloadsOf(scene, 'broker'), 'ngsi10')
    if (!endpoint) return { skipped: notHere(scene, 'broker') }
    if (!hasProbe(endpoint, '/version')) return { skipped: `release ${scene.cluster.settings.release} has no /version` }
    const pods = await readyPods(scene, endpoint)
    if (pods.length === 0) return { skipped: notReady(endpoint) }
    const problems = await expectAnswers(scene, { pods, port: endpoint.port }, [version])
    return { problems, seen: `${pods.length} shard${pods.length === 1 ? '' : 's'}` }
  },
} satisfies Check

const version = {
  question: { path: '/version' },
  judge: (json: unknown) => (isMap(json) && typeof json.version === 'string' ? undefined : 'without a version'),
  meaning: 'what answers is no broker',
}
