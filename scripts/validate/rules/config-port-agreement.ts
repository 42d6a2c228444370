import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { portsByHost } from '../read/config-host.ts'
import { at, number } from '../read/field.ts'
import { configFinding, configsIn, fogflowConfigs } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'
import { mostFrequent } from '../read/most-frequent.ts'

export const configPortAgreement = {
  id: 'config-port-agreement',
  severity: 'error',
  scope: 'cluster',
  summary: 'The components of a cluster give the same host the same port.',
  why: 'One of two different numbers is wrong: the component that has it calls a port on which nobody answers.',
  fix: 'write the same port in the config.json of every component',
  kinds: ['ConfigMap', 'Secret'],
  alsoCompose: true,
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster))
      for (const { port, host } of portsByHost(config.json)) {
        const value = number(config.json, ...port)
        const common = commonPorts(cluster).get(keyOf(port, host))
        if (host === undefined || common === undefined || value === common) continue
        const message = `${port.join('.')} is ${value} for "${host}", where other components have ${common}`
        yield configFinding(config, at(config.json, ...port), message)
      }
  },
} satisfies Rule

function keyOf(port: readonly string[], host: string | undefined): string {
  return `${port.join('.')} ${host}`
}

/** For each port of each host the number that most configs have. */
const commonPorts: (cluster: ClusterView) => ReadonlyMap<string, number | undefined> = memoize(cluster => {
  const found = new Map<string, number[]>()
  for (const { json } of fogflowConfigs(cluster))
    for (const { port, host } of portsByHost(json)) {
      const key = keyOf(port, host)
      const value = number(json, ...port) ?? 0
      const known = found.get(key)
      if (known) known.push(value)
      else found.set(key, [value])
    }
  return new Map([...found].map(([key, known]) => [key, mostFrequent(known)]))
})
