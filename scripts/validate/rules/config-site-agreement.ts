import { isIP } from 'node:net'
import type { Path } from 'kustomize-ts'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { at, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig, fogflowConfigs } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'
import { mostFrequent } from '../read/most-frequent.ts'

/** What is one and the same for a whole site. An address counts where it is one: names of one machine may differ. */
const keys: readonly (readonly string[])[] = [
  ['site_id'],
  ['coreservice_ip'],
  ['external_ip'],
  ['discovery', 'host_ip'],
  ['rabbitmq', 'host_ip'],
]

export const configSiteAgreement = {
  id: 'config-site-agreement',
  severity: 'error',
  scope: 'cluster',
  summary:
    'All components of a cluster have the same site_id, and call the same discovery and RabbitMQ where they call an address.',
  why: 'A cluster is one site. A worker or broker under another id belongs to a site that nobody runs: its queue and its tasks are told apart by that id (master/master.go, worker/worker.go); one with another address registers with another cloud, or with none.',
  fix: 'give all components of the cluster the same value',
  kinds: ['ConfigMap', 'Secret'],
  alsoCompose: true,
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster))
      for (const key of keys) {
        const [own, common] = [siteValue(config, key), commonValues(cluster).get(key)]
        if (own === undefined || own === common) continue
        const message = `${key.join('.')} is "${own}", that of the other components is "${common}"`
        yield configFinding(config, at(config.json, ...key), message)
      }
  },
} satisfies Rule

/** A shard of a broker is at an address of its own: config-advertised-address judges that one. */
function siteValue({ component, json }: FogflowConfig, key: Path): string | undefined {
  const value = text(json, ...key)
  if (key[0] === 'site_id') return value
  if (value === undefined || (key[0] === 'external_ip' && component === 'broker')) return undefined
  return isIP(value) === 0 ? undefined : value
}

const commonValues = memoize((cluster: ClusterView): ReadonlyMap<Path, string | undefined> => {
  const configs = fogflowConfigs(cluster)
  return new Map(keys.map(key => [key, mostFrequent(configs.flatMap(config => siteValue(config, key) ?? []))]))
})
