import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, containersOf, isPort, portsOfContainer } from '../read/container.ts'
import { at, type Field, fieldOf, isSet, items, number, pathOf } from '../read/field.ts'
import { literalCredentials } from '../read/literal-credential.ts'
import { selectPods } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'
import { isPublished } from '../read/published.ts'
import { mapSelector } from '../read/selector.ts'

export const exposedService = {
  id: 'exposed-service',
  severity: 'error',
  scope: 'cluster',
  summary:
    'What the outside reaches asks for a password that does not stand in Git: no master, no Dgraph, and of RabbitMQ only AMQP.',
  why: 'Whoever reaches RabbitMQ and knows its password, which AMQP sends in clear, gives every worker orders; master and Dgraph ask nobody anything, and the other ports of RabbitMQ are for its own tools.',
  fix: 'delete type and externalIPs; where edges join, publish port 5672 alone, and let a Secret give the password (npm run secret)',
  kinds: ['Service'],
  *check(service, cluster) {
    if (!isPublished(service)) return
    const targets = targetsOf(service, cluster)
    const open = targets.flatMap(({ port, container }) => {
      const reason = whyOpen(port, container)
      return reason === undefined ? [] : [{ port, reason }]
    })
    for (const { port, reason } of open) yield { path: pathOf(port), message: reason }
    if (open.length === 0 && targets.some(({ container }) => isGivenPassword(container))) yield reportPassword(service)
  },
} satisfies Rule

interface Target {
  /** The Service's entry. */
  readonly port: Field
  readonly container: Container
}

/** The containers behind each port; of a pod whose containers declare no such port, the only one. */
function targetsOf(service: Resource, cluster: ClusterView): readonly Target[] {
  const spec = fieldOf(service, 'spec')
  const selector = mapSelector(at(spec, 'selector'))
  const pods = selector.length === 0 ? [] : selectPods(cluster, service.id.namespace, selector)
  return items(spec, 'ports').flatMap(port =>
    pods.flatMap(pod => {
      const containers = containersOf(pod).filter(({ role }) => role !== 'init')
      const named = containers.filter(one => portsOfContainer(one).some(declared => isPort(declared, askedOf(port))))
      const behind = named.length === 0 && containers.length === 1 ? containers : named
      return behind.map(container => ({ port, container }))
    }),
  )
}

function askedOf(port: Field): unknown {
  return at(port, 'targetPort').value ?? at(port, 'port').value
}

/** The ports of RabbitMQ that are for clients: AMQP, plain and with TLS (rabbitmq.com/docs/networking). */
const amqp: readonly unknown[] = [5672, 5671]

function whyOpen(port: Field, container: Container): string | undefined {
  const leads = `port ${number(port, 'port')} leads from outside to`
  if (fogflowComponent(container) === 'master') return `${leads} master, which asks nobody who is calling`
  if (runs(container, /^(?:standalone|dgraph)$/)) return `${leads} Dgraph, which asks nobody who is calling`
  if (!runs(container, /^rabbitmq$/)) return undefined
  const declared = portsOfContainer(container).find(one => isPort(one, askedOf(port)))?.number ?? askedOf(port)
  return typeof declared === 'string' || amqp.includes(declared)
    ? undefined
    : `${leads} port ${declared} of RabbitMQ, which is not AMQP`
}

/** Whether RabbitMQ is given its password by its own manifest. */
function isGivenPassword(container: Container): boolean {
  if (!runs(container, /^rabbitmq$/)) return false
  const prefix = pathOf(container.field).join('/')
  return [...literalCredentials(container.pod.resource)].some(({ path }) => path.join('/').startsWith(`${prefix}/`))
}

function reportPassword(service: Resource): Finding {
  const spec = fieldOf(service, 'spec')
  const key = isSet(at(spec, 'type')) ? 'type' : 'externalIPs'
  const message = `Service "${service.id.name}" publishes RabbitMQ, whose password stands in Git`
  return { path: pathOf(at(spec, key)), message }
}
