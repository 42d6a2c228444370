import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { hostKeys } from '../read/config-host.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, type Field, number, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { checkAddress } from '../read/host.ts'

export const configAddressResolves = {
  id: 'config-address-resolves',
  severity: 'error',
  scope: 'cluster',
  summary:
    'Every address in a config.json that belongs to the cluster is that of a Service, or of a pod, with that port.',
  why: 'FogFlow dials these addresses for ever or gives up on them silently; one that it advertises is where discovery and every other site call back (common/config/config.go:100-218).',
  fix: 'name a Service that exists and a port that it has',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    const reported = new Set<string>()
    for (const config of configsIn(resource, cluster))
      for (const finding of checkConfig(config, cluster)) {
        const key = JSON.stringify([finding.inText, finding.message])
        if (!reported.has(key)) yield finding
        reported.add(key)
      }
  },
} satisfies Rule

function* checkConfig(config: FogflowConfig, cluster: ClusterView): Iterable<Finding> {
  for (const { path, ports } of hostKeys(config.json, config.component)) {
    const field = at(config.json, ...path)
    const template = text(field)
    if (template === undefined) continue
    const problem = firstProblem(template, [undefined, ...ports.flatMap(port => numberAt(config.json, port))])
    if (problem) yield configFinding(config, field, `${path.join('.')}: ${problem.message}`, problem.fix)
  }

  function firstProblem(template: string, ports: readonly (number | undefined)[]) {
    const { pod } = config.reader
    for (const podName of podInstances(pod)) {
      const host = expand(template, config.filler ?? config.reader, podName, cluster)
      const problems = host === undefined ? [] : ports.map(port => checkAddress(host, port, pod.namespace, cluster))
      const problem = problems.find(one => one !== undefined)
      if (problem) return problem
    }
    return undefined
  }
}

function numberAt(json: Field, path: readonly string[]): readonly number[] {
  const value = number(at(json, ...path))
  return value === undefined ? [] : [value]
}
