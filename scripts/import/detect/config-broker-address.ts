import type { Detector } from '../defect.ts'
import { componentsOf } from '../facts.ts'
import { placeOf, textAt } from '../node.ts'
import { findRelease } from '../release.ts'

export const configBrokerAddress = {
  code: 'config-broker-address',
  outcome: 'corrected',
  why: 'The broker takes its own entities for those of another (broker/thinBroker.go:49,69,344-348): after a restart one update is forwarded to itself without end, 19,472 open files and 553 MB in about 5 s.',
  here: 'each shard has one address, in broker.host_ip and external_ip alike',
  *find(site) {
    if (findRelease(site).release !== '3.2.8') return
    for (const config of site.configs) {
      const host = textAt(config.root, 'broker', 'host_ip')
      const own = ['external_ip', 'my_hostip'].find(key => textAt(config.root, key))
      if (host === undefined || host === '' || own === undefined || host === textAt(config.root, own)) continue
      if (componentsOf(config, site).includes('broker'))
        yield {
          at: placeOf(config.root, 'broker', 'host_ip'),
          message: `broker.host_ip is "${host}", ${own} is "${textAt(config.root, own)}"`,
        }
    }
  },
} satisfies Detector
