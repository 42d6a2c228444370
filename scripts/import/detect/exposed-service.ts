import type { Detector } from '../defect.ts'
import { inCompose, publishedServices, selectedBy } from '../facts.ts'
import { has, placeOf } from '../node.ts'
import { publishedPorts } from '../read/read-compose.ts'

export const exposedService = {
  code: 'exposed-service',
  outcome: 'corrected',
  why: 'AMQP without TLS: whoever reaches it and knows the password gives the workers orders.',
  here: 'RabbitMQ has an address outside only where an edge names this cloud; the password is made anew (npm run secret)',
  *find(site) {
    for (const service of publishedServices(site))
      if (selectedBy(service, site).some(({ component }) => component === 'rabbitmq'))
        yield {
          at: placeOf(service.root, 'spec', has(service.root, 'spec', 'type') ? 'type' : 'externalIPs'),
          message: `RabbitMQ is published by the Service "${service.id.name}"`,
        }
    for (const workload of inCompose(site))
      if (workload.component === 'rabbitmq')
        for (const { outside, node } of publishedPorts(workload))
          yield { at: placeOf(node), message: `RabbitMQ is published on port ${outside} of the host` }
  },
} satisfies Detector
