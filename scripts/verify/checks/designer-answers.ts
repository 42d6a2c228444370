import type { Check } from '../check.ts'
import { findEndpoint, readyPods } from '../fogflow/ask.ts'
import { type Expectation, expectAnswers } from '../fogflow/expect-answers.ts'
import { isKnown, notHere, notReady } from '../fogflow/skips.ts'
import { workloadsOf } from '../kube/list-workloads.ts'

/**
 * The designer answers 200 to everything, with an empty list where the component behind it is silent: a list with
 * something in it means that the whole chain is alive.
 */
export const designerAnswers = {
  id: 'designer-answers',
  summary: 'The designer sees master, brokers and workers.',
  order: 13,
  async run(scene) {
    const endpoint = findEndpoint(workloadsOf(scene, 'designer'), 'web')
    if (!endpoint) return { skipped: notHere(scene, 'designer') }
    if (!isKnown(scene)) return { skipped: `the designer of release ${scene.cluster.settings.release} has no /info` }
    const pods = await readyPods(scene, endpoint)
    if (pods.length === 0) return { skipped: notReady(endpoint) }
    const problems = await expectAnswers(scene, { pods, port: endpoint.port }, expectations)
    return { problems, seen: 'master, brokers, workers, tasks and types' }
  },
} satisfies Check

const isList = (json: unknown) => (Array.isArray(json) ? undefined : 'which is no list')
const isFilled = (json: unknown) =>
  isList(json) ?? ((json as readonly unknown[]).length > 0 ? undefined : 'an empty list')

const info = (what: string, judge: Expectation['judge'], behind: string): Expectation => ({
  question: { path: `/info/${what}` },
  judge,
  meaning: `the dashboard shows no ${what}: the designer does not hear from ${behind}`,
})

/** There need not be a task or an entity type. */
const expectations: readonly Expectation[] = [
  info('master', isFilled, 'master'),
  info('broker', isFilled, 'discovery'),
  info('worker', isFilled, 'master'),
  info('task', isList, 'RabbitMQ'),
  info('type', isList, 'discovery'),
]
