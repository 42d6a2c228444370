import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { type Api, openApi } from '../api/api.ts'
import { referenceTo } from '../api/manifest.ts'
import { create, list, read, remove } from '../api/objects.ts'
import type { Conditioned } from '../engines/engine.ts'
import { waitFor } from '../process/wait-for.ts'
import type { Seen } from '../story/stage.ts'
import { isReady, type Pod } from '../story/workloads.ts'
import { makeTask, makeTaskService } from './make-task.ts'

const namespace = 'fogflow-tasks-0'
const worker = 'system:serviceaccount:fogflow:worker'

/** The worker, with its own rights, starts and ends a task where Pod Security is `restricted`; another's is refused. */
export async function checkHardening(api: Api, kubeconfig: string): Promise<Seen> {
  const asWorker = openApi(kubeconfig, { user: worker })
  const start = performance.now()
  const [task, service] = [makeTask('fogflow-task-45955', namespace), makeTaskService('fogflow-task-45955', namespace)]
  await create(asWorker, task)
  await create(asWorker, service)
  checkPod(await waitFor('the pod of a task', () => lookForPod(api, task.metadata.name), { seconds: 60 }))
  const seconds = (performance.now() - start) / 1000
  await checkRefusal(api)
  await remove(asWorker, referenceTo(task))
  await remove(asWorker, referenceTo(service))
  return { seconds, remark: 'a task runs restricted, without its host port; the same under another name is refused' }
}

async function lookForPod(api: Api, app: string) {
  const pods = await list<Pod>(api, { apiVersion: 'v1', kind: 'Pod', namespace })
  const pod = pods.find(one => one.metadata.labels?.app === app)
  return pod && isReady(pod) ? { done: pod } : { still: pod ? 'it is not ready' : 'there is none' }
}

function checkPod({ metadata, spec }: Pod): void {
  const [container] = spec.containers
  const ports = (container?.ports ?? []) as readonly { readonly hostPort?: number }[]
  const wrong = [
    ...(ports.some(({ hostPort }) => hostPort) ? ['it has a host port'] : []),
    ...((spec.securityContext as { runAsNonRoot?: boolean } | undefined)?.runAsNonRoot ? [] : ['it may be root']),
    ...(container?.resources && 'limits' in (container.resources as object) ? [] : ['it has no limits']),
    ...(spec.automountServiceAccountToken === false ? [] : ['it has a token']),
    ...(metadata.labels?.['app.kubernetes.io/part-of'] === 'fogflow-tasks' ? [] : ['it has no label of tasks']),
  ]
  if (wrong.length > 0) throw new CannotFinish(`the pod of a task is not hardened: ${wrong.join(', ')}`)
}

/** What the policy does not know stays as it is, and so its pods are refused: the namespace does enforce `restricted`. */
async function checkRefusal(api: Api): Promise<void> {
  const other = makeTask('task-45955', namespace)
  await create(api, other)
  const look = async () => {
    const conditions = (await read<Conditioned>(api, referenceTo(other)))?.status?.conditions ?? []
    const failure = conditions.find(({ type }) => type === 'ReplicaFailure')
    return failure ? { done: failure.message ?? '' } : { still: 'no failure is known' }
  }
  const message = await waitFor('Pod Security to refuse an unhardened task', look, { seconds: 30 })
  if (!/hostPort|PodSecurity/.test(message)) throw new CannotFinish(`an unhardened task fails otherwise: ${message}`)
  await remove(api, referenceTo(other))
}
