import type { Path } from 'kustomize-ts'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { advertisedHost } from '../read/config-host.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, fieldOf, text, texts } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { ordinalOf, type Pod, servicesOf } from '../read/pod.ts'
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
      const wrong = key && podInstances(config.reader.pod).flatMap(name => judge(config, key, name, cluster) ?? [])[0]
      if (!key || !wrong) continue
      const { host, pod, published } = wrong
      const message = `${pod} registers under ${key.join('.')}, "${host}", but its Service is published at ${published.join(', ')}`
      yield configFinding(config, at(config.json, ...key), message)
    }
  },
} satisfies Rule

/** The address of one pod, and where its Services are published, where these do not agree. */
function judge(config: FogflowConfig, key: Path, name: string | undefined, cluster: ClusterView) {
  const { filler, reader, json } = config
  const host = expand(text(json, ...key) ?? '', filler ?? reader, name, cluster) ?? ''
  const published = publishedFor(reader.pod, name, cluster)
  if (!/^[\d.]+$|:/.test(host) || published.length === 0 || published.includes(host)) return undefined
  return { host, pod: name === undefined ? 'the broker' : `"${name}"`, published }
}

/** Of the Services that select all of a StatefulSet's pods or just this one. */
function publishedFor(pod: Pod, name: string | undefined, cluster: ClusterView): readonly string[] {
  return servicesOf(pod, cluster)
    .filter(service => {
      const index = texts(fieldOf(service, 'spec', 'selector'))['apps.kubernetes.io/pod-index']
      return index === undefined || name === undefined || index === ordinalOf(name)
    })
    .flatMap(publishedAddresses)
}
