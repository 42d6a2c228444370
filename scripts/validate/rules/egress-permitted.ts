import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { findAddresses } from '../read/address.ts'
import { dialledAddresses } from '../read/config-host.ts'
import { type Container, commandLine, containersIn } from '../read/container.ts'
import { isEgressPermitted } from '../read/egress.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, type Field, number, pathOf, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { isOutsideCluster } from '../read/host.ts'
import { podKinds } from '../read/pod.ts'

export const egressPermitted = {
  id: 'egress-permitted',
  severity: 'error',
  scope: 'cluster',
  summary:
    'The network policies let a component call every address outside the cluster that its config.json or its command line names.',
  why: 'Under default deny the call is dropped without an answer: an edge whose cloud cannot be reached waits for ever, or gives up after 11 s for good.',
  fix: 'permit the address in an egress rule of a NetworkPolicy that selects these pods, or correct it here',
  kinds: ['ConfigMap', 'Secret', ...podKinds],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) yield* checkConfig(config, cluster)
    for (const container of containersIn(resource))
      for (const word of commandLine(container)) yield* checkWord(word, container, cluster)
  },
} satisfies Rule

function* checkConfig(config: FogflowConfig, cluster: ClusterView): Iterable<Finding> {
  const { pod } = config.reader
  for (const { host: hostKey, port: portKey } of dialledAddresses(config.json, config.component)) {
    const port = number(config.json, ...portKey)
    const template = text(config.json, ...hostKey) ?? ''
    const host = expand(template, config.filler ?? config.reader, podInstances(pod)[0], cluster)
    if (port === undefined || host === undefined || !isOutsideCluster(host, pod.namespace, cluster)) continue
    if (isEgressPermitted(pod, host, port, cluster)) continue
    const message = `no NetworkPolicy lets ${config.component} call ${host}:${port}`
    yield configFinding(config, at(config.json, ...portKey), message)
  }
}

function* checkWord(word: Field, container: Container, cluster: ClusterView): Iterable<Finding> {
  const { pod } = container
  for (const { host: template, port, isCertain, inText } of findAddresses(text(word) ?? '')) {
    const host = expand(template, container, podInstances(pod)[0], cluster)
    if (!isCertain || port === undefined || host === undefined) continue
    if (!isOutsideCluster(host, pod.namespace, cluster) || isEgressPermitted(pod, host, port, cluster)) continue
    const message = `no NetworkPolicy lets container "${container.name}" call ${host}:${port}`
    yield { path: pathOf(word), message, inText }
  }
}
