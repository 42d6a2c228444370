import type { Check } from '../check.ts'
import { findEndpoint, isMap, readyPods } from '../fogflow/ask.ts'
import { type Expectation, expectAnswers } from '../fogflow/expect-answers.ts'
import { hasProbe, notHere, notReady } from '../fogflow/skips.ts'
import { workloadsOf } from '../kube/list-workloads.ts'

/** Every nginx leads to the dashboard, to discovery and to the brokers. */
export const frontDoorAnswers = {
  id: 'front-door-answers',
  summary: 'The front door leads to the dashboard, to discovery and to the brokers.',
  order: 14,
  async run(scene) {
    const endpoint = findEndpoint(workloadsOf(scene, 'nginx'), 'http')
    if (!endpoint) return { skipped: notHere(scene, 'nginx') }
    const pods = await readyPods(scene, endpoint)
    if (pods.length === 0) return { skipped: notReady(endpoint) }
    const discovery = findEndpoint(workloadsOf(scene, 'discovery'), 'ngsi9')
    const routes = [dashboard, query, ...(discovery && hasProbe(discovery, '/ngsi9/status') ? [status] : [])]
    const problems = await expectAnswers(scene, { pods, port: endpoint.port }, routes)
    return { problems, seen: `${pods.length} nginx` }
  },
} satisfies Check

const status: Expectation = {
  question: { path: '/ngsi9/status' },
  judge: json => (json === 'ok' ? undefined : 'not "ok"'),
  meaning: 'nothing from outside reaches discovery; edges register through this door',
}

/** Reads only: of a type that nobody has. */
const query: Expectation = {
  question: {
    method: 'POST',
    path: '/ngsi10/queryContext',
    body: { entities: [{ type: 'GitOpsVerify', isPattern: true }] },
  },
  judge: json => (isMap(json) ? undefined : 'which is no answer of a broker'),
  meaning: 'nothing from outside reaches the brokers',
}

/** A script, not JSON. */
const dashboard: Expectation = {
  question: { path: '/config.js' },
  judge: () => undefined,
  meaning: 'the dashboard cannot be opened',
}
