import type { Check, Problem } from '../check.ts'
import {
  ask,
  type Expectation,
  expectAnswer,
  findEndpoint,
  isMap,
  isProblem,
  logsOf,
  readyPods,
} from '../fogflow/ask.ts'
import { hasProbe, notHere, notReady } from '../fogflow/skips.ts'
import { idOf, workloadsOf } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import type { Scene } from '../scene.ts'

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
    const routes = [query, ...(discovery && hasProbe(discovery, '/ngsi9/status') ? [status] : [])]
    const problems: Problem[] = []
    for (const pod of pods) {
      const found = [await askDashboard(scene, pod, endpoint.port)]
      for (const route of routes) found.push(await expectAnswer(scene, pod, endpoint.port, route))
      problems.push(...found.filter(problem => problem !== undefined))
    }
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

async function askDashboard(scene: Scene, pod: Pod, port: number): Promise<Problem | undefined> {
  const answer = await ask(scene, pod, port, { path: '/config.js' })
  if (isProblem(answer)) return answer
  if (answer.status === 200) return undefined
  return {
    message: `GET /config.js at port ${port} is answered with status ${answer.status}: the dashboard cannot be opened`,
    fix: `see check designer-answers; ${logsOf(pod)}`,
    resource: idOf(pod),
  }
}
