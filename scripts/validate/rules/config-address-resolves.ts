import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { hostKeys } from '../read/config-host.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, number, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { checkAddress } from '../read/host.ts'
import type { Problem } from '../read/resolve-host.ts'

export const configAddressResolves = {
  id: 'config-address-resolves',
  severity: 'error',
  scope: 'cluster',
  summary:
    'Every address in a config.json that belongs to the cluster is that of a Service, or of a pod, with that port.',
  why: 'FogFlow dials these addresses for ever or gives up on them silently; one that it advertises is where discovery and every other site call back (common/config/config.go:100-218).',
  fix: 'name a Service that exists and a port that it has',
  kinds: ['ConfigMap', 'Secret'],
  alsoCompose: true,
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
    const problem = findProblem(config, path, undefined, cluster)
    if (problem) yield toFinding(config, path, problem)
    // The port is wrong only where the host is right: one cause, one finding.
    for (const port of problem ? [] : ports) {
      const wrong = findProblem(config, path, number(config.json, ...port), cluster)
      if (wrong) yield toFinding(config, port, wrong)
    }
  }
}

function toFinding(config: FogflowConfig, path: readonly string[], { message, fix }: Problem): Finding {
  return configFinding(config, at(config.json, ...path), `${path.join('.')}: ${message}`, fix)
}

/** What is wrong with an address in any of the pods that read the config. */
function findProblem(
  config: FogflowConfig,
  path: readonly string[],
  port: number | undefined,
  cluster: ClusterView,
): Problem | undefined {
  const { pod } = config.reader
  for (const podName of podInstances(pod)) {
    const host = expand(text(config.json, ...path) ?? '', config.filler ?? config.reader, podName, cluster)
    const problem = host === undefined ? undefined : checkAddress(host, port, pod.namespace, cluster)
    if (problem) return problem
  }
  return undefined
}
