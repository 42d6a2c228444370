import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { findAddresses } from '../read/address.ts'
import { type Container, commandLine, containersIn, containersOf } from '../read/container.ts'
import { at, items, number, pathOf, text } from '../read/field.ts'
import { fogflowConfigs } from '../read/fogflow-config.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent } from '../read/program.ts'

export const startOrder = {
  id: 'start-order',
  severity: 'error',
  scope: 'cluster',
  summary: 'Master and worker start when RabbitMQ answers: an init container asks for it.',
  why: 'They try RabbitMQ for about 11 s and then give up for good, while they stay running and ready (master/master.go:108-124, worker/worker.go:62-80; RabbitMQ takes 10 s to start).',
  fix: 'add an init container that waits until the address answers; a sleep is a guess',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const component = fogflowComponent(container)
      if (component !== 'master' && component !== 'worker') continue
      const inits = containersOf(container.pod).filter(({ role }) => role !== 'main')
      const port = amqpPort(container, cluster)
      if (inits.some(init => asksFor(init, port))) continue
      const sleeper = inits.find(init => /\bsleep\s+\d/.test(wordsOf(init).join(' ')))
      const message = sleeper
        ? `"${sleeper.name}" sleeps, and ${component} starts whether RabbitMQ answers or not`
        : `${component} does not wait for RabbitMQ (port ${port})`
      yield { path: pathOf(at(container.pod.spec, 'initContainers')), at: 'key', message }
    }
  },
} satisfies Rule

/** RabbitMQ's own port where Git does not have the config. */
function amqpPort(container: Container, cluster: ClusterView): number {
  const config = fogflowConfigs(cluster).find(({ reader }) => reader === container)
  return (config && number(config.json, 'rabbitmq', 'port')) ?? 5672
}

function asksFor(init: Container, port: number): boolean {
  const words = wordsOf(init)
  const addresses = [words.join(' '), ...words].flatMap(word => [...findAddresses(word)])
  return addresses.some(address => address.port === port) || words.includes(String(port))
}

function wordsOf(container: Container): readonly string[] {
  const values = items(container.field, 'env').map(entry => text(entry, 'value') ?? '')
  return [...commandLine(container).map(({ value }) => String(value)), ...values]
}
