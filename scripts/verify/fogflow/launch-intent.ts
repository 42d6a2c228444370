import { setTimeout as sleep } from 'node:timers/promises'
import type { Problem } from '../check.ts'
import { idOf, isReady } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import { whyNotReady } from '../kube/why-not-ready.ts'
import type { Scene } from '../scene.ts'
import { type Ask, ask, type Endpoint, isProblem, logsOf } from './ask.ts'
import { updateOf } from './entity.ts'
import { expectAnswer } from './expect-answers.ts'
import { removeEntity } from './remove-entity.ts'
import { isTaskOf, type TestIntent } from './test-intent.ts'

interface PodEndpoint extends Endpoint {
  readonly pod: Pod
}

export interface IntentStage {
  readonly scene: Scene
  readonly intent: TestIntent
  readonly designer: PodEndpoint
  readonly door: PodEndpoint
  readonly broker: Endpoint
}

const entityOf = ({ name }: TestIntent): string => `${name}.1`

/** Operator, fog function, and an entity for which its task has to run: at this site, so that the nearest worker is one of it. */
export async function launchIntent(stage: IntentStage): Promise<readonly Problem[]> {
  const { scene, intent, designer, door } = stage
  const { location } = scene.cluster.settings.site
  const steps = [
    [designer, { method: 'POST', path: '/operator', body: [intent.operator] }, 'the designer takes no operator'],
    [
      designer,
      { method: 'POST', path: '/fogfunction', body: [intent.fogFunction] },
      'the designer takes no fog function',
    ],
    [
      door,
      {
        method: 'POST',
        path: '/ngsi10/updateContext',
        body: updateOf({ id: entityOf(intent), type: intent.inputType, value: 1, location }),
      },
      'nothing can be written through the front door',
    ],
  ] as const satisfies readonly (readonly [PodEndpoint, Ask, string])[]
  for (const [{ pod, port }, question, meaning] of steps) {
    const problem = await expectAnswer(scene, pod, port, { question, judge: () => undefined, meaning })
    if (problem) return [problem]
  }
  return []
}

/** How far it has come, as a problem; undefined once its pod is ready. */
export async function watchTask({ scene, intent, designer }: IntentStage): Promise<Problem | undefined> {
  const { pods, namespaces } = await listTaskPods(scene, intent)
  const [pod] = pods
  if (pod) {
    if (isReady(pod)) return undefined
    const { reason, fix } = whyNotReady(pod)
    return { message: `the task of the test intent has a pod that is not ready: ${reason}`, fix, resource: idOf(pod) }
  }
  const tasks = await ask(scene, designer.pod, designer.port, { path: '/info/task' })
  if (isProblem(tasks)) return tasks
  if (tasks.body.includes(intent.name))
    return {
      message: `the designer lists the task of the test intent, and there is no pod of it in ${namespaces.join(', ')}: the worker could not make it`,
      fix: `read the worker's log, and see what the namespace refuses: kubectl -n ${namespaces[0]} get events`,
    }
  return {
    message: 'the test intent has become no task: master has dropped it, or found no worker for it',
    fix: "read master's log; it drops an intent whose topology the designer does not hand out within 2 s",
  }
}

/** Of all the task namespaces of the site: which worker gets a task is master's choice. */
async function listTaskPods(
  { api, cluster }: Scene,
  intent: TestIntent,
): Promise<{ readonly pods: readonly Pod[]; readonly namespaces: readonly string[] }> {
  const { taskNamespace, worker } = cluster.settings
  const namespaces = Array.from({ length: worker.replicas }, (_, index) => `${taskNamespace}-${index}`)
  const lists = await Promise.all(
    namespaces.map(
      namespace => api.send({ path: `/api/v1/namespaces/${namespace}/pods` }) as Promise<{ items: readonly Pod[] }>,
    ),
  )
  return {
    namespaces,
    pods: lists.flatMap(({ items }) => items).filter(({ spec }) => isTaskOf(intent, spec.containers)),
  }
}

/** Takes all of it back, each part although another could not be; what is left over is a problem. */
export async function removeIntent(stage: IntentStage, patienceMs: number): Promise<readonly Problem[]> {
  const { scene, intent, designer, broker } = stage
  const say = (question: Ask) => ask(scene, designer.pod, designer.port, question)
  const problems: Problem[] = []
  // The designer dies when it is to disable what it does not have.
  const known = await say({ path: `/fogfunction/${intent.name}` })
  const has = !isProblem(known) && known.body.includes(intent.name)
  const disabled = has ? await say({ path: `/fogfunction/${intent.name}/disable` }) : known
  if (isProblem(disabled)) problems.push(disabled)
  else if (has) problems.push(...(await waitForRemoval(stage, patienceMs)))
  for (const path of [`/fogfunction/${intent.name}`, `/operator/${intent.name}-operator`]) {
    const removed = await say({ method: 'DELETE', path })
    if (isProblem(removed)) problems.push(removed)
    else if (removed.status !== 200 && removed.status !== 404) problems.push(leftOver(stage, path, removed.status))
  }
  return [...problems, ...(await removeEntity(scene, broker, entityOf(intent)))]
}

async function waitForRemoval({ scene, intent }: IntentStage, patienceMs: number): Promise<readonly Problem[]> {
  const deadline = Date.now() + patienceMs
  while (true) {
    const { pods } = await listTaskPods(scene, intent)
    const [pod] = pods
    if (!pod) return []
    if (Date.now() > deadline)
      return [
        {
          message: `the pod of the test intent is still there ${patienceMs / 1000} s after it was taken back: its worker has not removed it`,
          fix: `read the worker's log; its Deployment: kubectl -n ${pod.metadata.namespace} get deployment ${pod.metadata.labels?.app ?? ''}`,
          resource: idOf(pod),
        },
      ]
    await sleep(1000)
  }
}

const leftOver = ({ designer }: IntentStage, path: string, status: number): Problem => ({
  message: `the designer answers DELETE ${path} with status ${status}: it is still there`,
  fix: `remove it in the dashboard; ${logsOf(designer.pod)}`,
  resource: idOf(designer.pod),
})
