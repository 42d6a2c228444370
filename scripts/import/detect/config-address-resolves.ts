import type { Detector } from '../defect.ts'
import { componentsOf, inKubernetes } from '../facts.ts'
import { placeOf, textAt } from '../node.ts'

export const configAddressResolves = {
  code: 'config-address-resolves',
  outcome: 'corrected',
  why: 'The component calls what happens to be at that address; where it is not RabbitMQ, master and worker give up after about 11 s and stay alive.',
  here: 'rabbitmq.host_ip is the Service of RabbitMQ',
  *find(site) {
    if (!inKubernetes(site).some(({ component }) => component === 'rabbitmq')) return
    for (const config of site.configs) {
      const isNamed =
        ['host_ip'].some(key => textAt(config.root, 'rabbitmq', key)) || textAt(config.root, 'coreservice_ip')
      if (!isNamed && componentsOf(config, site).includes('master'))
        yield {
          at: placeOf(config.root, 'rabbitmq', 'host_ip'),
          message: `rabbitmq.host_ip is missing, so that my_hostip "${textAt(config.root, 'my_hostip') ?? ''}" is called, which is not RabbitMQ's Service`,
        }
    }
  },
} satisfies Detector
