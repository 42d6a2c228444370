import type { Rule } from '../../model/rule.ts'
import { at, text } from '../read/field.ts'
import { configFinding, configsIn } from '../read/fogflow-config.ts'

export const configBrokerAddress = {
  id: 'config-broker-address',
  severity: 'error',
  scope: 'cluster',
  summary: "A broker's broker.host_ip is its external_ip, or else its my_hostip.",
  why: 'The broker takes itself for another one when the two differ: after a restart one update of a registered entity is forwarded to itself without end (19,472 open files in 5 s; broker/thinBroker.go:49,69,344-348).',
  fix: 'write the same address in both, or leave broker.host_ip out',
  kinds: ['ConfigMap', 'Secret'],
  alsoCompose: true,
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const own = at(config.json, 'broker', 'host_ip')
      const name = ['external_ip', 'my_hostip'].find(key => (text(config.json, key) ?? '') !== '')
      const site = name && text(config.json, name)
      if (config.component !== 'broker' || site === undefined || (text(own) ?? site) === site) continue
      yield configFinding(config, own, `broker.host_ip is "${text(own)}", but ${name} is "${site}"`)
    }
  },
} satisfies Rule
