import type { Rule } from '../../model/rule.ts'
import { at, text } from '../read/field.ts'
import { configFinding, configsIn, fogflowConfigs } from '../read/fogflow-config.ts'

export const configSiteAgreement = {
  id: 'config-site-agreement',
  severity: 'error',
  scope: 'cluster',
  summary: 'All components of a cluster have the same site_id.',
  why: 'A cluster is one site. A worker or broker under another id belongs to a site that nobody runs: its queue and its tasks are told apart by that id (master/master.go, worker/worker.go).',
  fix: 'give all components of the cluster the same site_id',
  kinds: ['ConfigMap', 'Secret'],
  alsoCompose: true,
  *check(resource, cluster) {
    const ids = fogflowConfigs(cluster).flatMap(({ json }) => text(json, 'site_id') ?? [])
    const common = mostFrequent(ids)
    for (const config of configsIn(resource, cluster)) {
      const id = text(config.json, 'site_id')
      if (id === undefined || id === common) continue
      const message = `site_id is "${id}", that of the other components is "${common}"`
      yield configFinding(config, at(config.json, 'site_id'), message)
    }
  },
} satisfies Rule

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0]
}
