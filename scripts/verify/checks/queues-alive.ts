import { ApiFailure } from '../../cluster-api/api-failure.ts'
import { AmqpRefusal, type Credentials, lookAtQueues, type QueueState } from '../amqp/look-at-queues.ts'
import type { Check, Problem } from '../check.ts'
import { findEndpoint, readyPods } from '../fogflow/ask.ts'
import { listIdentities, masterIdentity } from '../fogflow/identities.ts'
import { isKnown, notHere, notReady } from '../fogflow/skips.ts'
import { idOf, workloadsOf } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import { readOptional } from '../kube/read-optional.ts'
import type { Scene } from '../scene.ts'

/**
 * Master and worker declare queues that vanish with their consumer. They look alive when they have lost RabbitMQ for good:
 * a queue that is not there is how that shows.
 */
export const queuesAlive = {
  id: 'queues-alive',
  summary: 'RabbitMQ takes the password of the Secret, and master, workers and designer consume from their queues.',
  order: 9,
  async run(scene) {
    const endpoint = findEndpoint(workloadsOf(scene, 'rabbitmq'), 'amqp')
    if (!endpoint) return { skipped: notHere(scene, 'rabbitmq') }
    const [pod] = await readyPods(scene, endpoint)
    if (!pod) return { skipped: notReady(endpoint) }
    const login = await readCredentials(scene)
    if ('fix' in login) return { problems: [login], seen: '' }
    const consumers = isKnown(scene) ? listQueues(scene) : []
    const found = await look(scene, { pod, port: endpoint.port, login, names: consumers.map(({ queue }) => queue) })
    if ('fix' in found) return { problems: [found], seen: '' }
    const problems = found.flatMap((state, index) => judge(state, consumers[index]?.component ?? '', scene) ?? [])
    const unknown = `the password is right; queues of release ${scene.cluster.settings.release} are not known`
    return { problems, seen: consumers.map(({ queue }) => queue).join(', ') || unknown }
  },
} satisfies Check

interface Consumer {
  readonly queue: string
  readonly component: string
}

/** Who consumes from which queue: FogFlow's names. */
function listQueues(scene: Scene): readonly Consumer[] {
  const has = (component: string) => workloadsOf(scene, component).length > 0
  return [
    ...(has('master') ? [{ queue: masterIdentity(scene), component: 'master' }] : []),
    ...listIdentities(scene, 'worker').map(queue => ({ queue, component: 'worker' })),
    ...(has('designer') ? [{ queue: 'fogflow-designer', component: 'designer' }] : []),
  ]
}

const secretName = 'rabbitmq'

async function readCredentials(scene: Scene): Promise<Credentials | Problem> {
  const { namespace } = scene.cluster.settings
  const resource = { apiVersion: 'v1', kind: 'Secret', namespace, name: secretName }
  const path = `/api/v1/namespaces/${namespace}/secrets/${secretName}`
  const secret = await readOptional<{ readonly data?: Readonly<Record<string, string>> }>(scene, path)
  const [username, password] = ['username', 'password'].map(key => decode(secret?.data?.[key]))
  if (username && password) return { username, password }
  return {
    message: secret
      ? `Secret "${secretName}" lacks a username or password: no component can log in to RabbitMQ`
      : `there is no Secret "${secretName}" in namespace ${namespace}: no component can log in to RabbitMQ`,
    fix: `make it as the README says, or npm run secret -- --cluster ${scene.cluster.name}`,
    resource,
  }
}

const decode = (value = ''): string => Buffer.from(value, 'base64').toString('utf8')

interface Look {
  readonly pod: Pod
  readonly port: number
  readonly login: Credentials
  readonly names: readonly string[]
}

const patienceMs = 10_000

async function look(scene: Scene, { pod, port, login, names }: Look): Promise<readonly QueueState[] | Problem> {
  const { namespace = '', name } = pod.metadata
  const stream = await scene.api.connect({ namespace, pod: name, port })
  const timer = setTimeout(() => stream.destroy(new ApiFailure(`no answer within ${patienceMs / 1000} s`)), patienceMs)
  try {
    return await lookAtQueues(stream, login, names)
  } catch (error) {
    return refused(error as Error, pod, port)
  } finally {
    clearTimeout(timer)
    stream.end()
    stream.destroy()
  }
}

function refused(error: Error, pod: Pod, port: number): Problem {
  const { namespace, name } = pod.metadata
  const isPassword = error instanceof AmqpRefusal && error.message.startsWith('ACCESS_REFUSED')
  return {
    message: isPassword
      ? `RabbitMQ refuses the name and password of Secret "${secretName}" (${error.message}): it was started with others, and who starts now cannot log in`
      : `RabbitMQ at port ${port} does not answer as it should: ${error.message}`,
    fix: isPassword
      ? `restart all that use it: kubectl -n ${namespace} rollout restart deployment/rabbitmq, then its clients`
      : `read its log: kubectl logs -n ${namespace} ${name}`,
    resource: idOf(pod),
  }
}

function judge({ name, isThere, consumers }: QueueState, component: string, scene: Scene): Problem | undefined {
  if (isThere && consumers !== 0) return undefined
  const [workload] = workloadsOf(scene, component)
  const { namespace } = scene.cluster.settings
  const restart =
    workload && `kubectl -n ${namespace} rollout restart ${workload.id.kind.toLowerCase()}/${workload.id.name}`
  return {
    message: `${isThere ? `nobody consumes from queue "${name}"` : `there is no queue "${name}"`}: ${component} has lost RabbitMQ and does not come back by itself, though it looks alive`,
    fix: `restart it: ${restart}`,
    ...(workload && { resource: workload.id }),
  }
}
