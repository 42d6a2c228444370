import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { advertisedHost } from '../read/config-host.ts'
import { at, text } from '../read/field.ts'
import { configFinding, configsIn } from '../read/fogflow-config.ts'
import { type Pod, servicesOf } from '../read/pod.ts'
import { publishedAddresses } from '../read/published.ts'

export const configAdvertisedAddress = {
  id: 'config-advertised-address',
  severity: 'error',
  scope: 'cluster',
  summary: 'An address under which a broker registers is one at which its Service is published.',
  why: 'Discovery, and the brokers of all other sites, call the broker back at the address that it registers (common/config/config.go:159-193): an address of another machine, and no query or subscription ever reaches this site.',
  fix: "write the address of the broker's Service",
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const key = config.component === 'broker' ? advertisedHost(config.json) : undefined
      const host = key && (text(config.json, ...key) ?? '')
      const published = publishedFor(config.reader.pod, cluster)
      if (!key || !/^[\d.]+$|:/.test(host ?? '') || published.length === 0 || published.includes(host ?? '')) continue
      const message = `the broker registers under ${key.join('.')}, "${host}", but its Service is published at ${published.join(', ')}`
      yield configFinding(config, at(config.json, ...key), message)
    }
  },
} satisfies Rule

function publishedFor(pod: Pod, cluster: ClusterView): readonly string[] {
  return servicesOf(pod, cluster).flatMap(publishedAddresses)
}
