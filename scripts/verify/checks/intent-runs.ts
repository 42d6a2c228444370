import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Check, Problem } from '../check.ts'
import { findEndpoint, readyPods } from '../fogflow/ask.ts'
import { type IntentStage, launchIntent, removeIntent, watchTask } from '../fogflow/launch-intent.ts'
import { isKnown, notHere, notReady } from '../fogflow/skips.ts'
import { makeTestIntent } from '../fogflow/test-intent.ts'
import { workloadsOf } from '../kube/list-workloads.ts'

const patienceMs = 90_000

/**
 * The reason why all of it is there: an intent becomes a pod. It is taken back, whatever happens. A designer that has lost
 * RabbitMQ dies of an intent, so everything else must be right before.
 */
export const intentRuns = {
  id: 'intent-runs',
  summary: 'An intent becomes a task, the task a ready pod in the namespace of its worker, and both go away again.',
  order: 21,
  option: 'intent',
  needsHealth: true,
  async run(scene) {
    const stage = await setStage(scene)
    if ('skipped' in stage) return stage
    const problems: Problem[] = []
    try {
      problems.push(...(await launchIntent(stage)))
      if (problems.length === 0) problems.push(...(await waitForTask(stage)))
    } finally {
      problems.push(...(await removeIntent(stage, patienceMs)))
    }
    return { problems, seen: `${stage.intent.name} ran as a pod and was removed` }
  },
} satisfies Check

type Scene = Parameters<Check['run']>[0]

async function setStage(scene: Scene): Promise<IntentStage | { readonly skipped: string }> {
  const [designer, door, broker] = [
    findEndpoint(workloadsOf(scene, 'designer'), 'web'),
    findEndpoint(workloadsOf(scene, 'nginx'), 'http'),
    findEndpoint(workloadsOf(scene, 'broker'), 'ngsi10'),
  ]
  if (!designer || !door || !broker) return { skipped: notHere(scene, 'designer') }
  if (!isKnown(scene)) return { skipped: `release ${scene.cluster.settings.release} runs no task on Kubernetes` }
  const [designerPod] = await readyPods(scene, designer)
  const [doorPod] = await readyPods(scene, door)
  if (!designerPod || !doorPod) return { skipped: notReady(designerPod ? door : designer) }
  const image = door.workload.pod.containers?.[0]?.image ?? ''
  const intent = makeTestIntent(`GitOpsVerify${randomBytes(6).toString('hex')}`, image)
  return { scene, intent, designer: { pod: designerPod, ...designer }, door: { pod: doorPod, ...door }, broker }
}

/** Looks every second until the pod is ready; what the last look saw is the problem. */
async function waitForTask(stage: IntentStage): Promise<readonly Problem[]> {
  const deadline = Date.now() + patienceMs
  while (true) {
    const problem = await watchTask(stage)
    if (problem === undefined || stage.scene.interruption.aborted) return []
    if (Date.now() > deadline) return [{ ...problem, message: `${problem.message} (after ${patienceMs / 1000} s)` }]
    await sleep(1000, undefined, { signal: stage.scene.interruption }).catch(() => {})
  }
}
