import type { Site } from '../site.ts'
import { inUrl, ports } from '../site.ts'
import { derive, type Value } from '../text/derived.ts'
import { jsonPatch, mergePatch } from './patch.ts'

const anyPod = { kind: 'Deployment|StatefulSet' }

/** What the pods of a site differ in from those of its topology. */
export function listPodPatches(site: Site): readonly Value[] {
  return [...listNodePatches(site), ...listWaitPatches(site), ...listShardPatches(site), ...listSecretPatches(site)]
}

function listNodePatches({ cluster }: Site): readonly Value[] {
  const { labels, taints, arch } = cluster.settings.nodes
  const selector = {
    ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, derive(value, 'nodes', 'labels', key)])),
    ...(arch !== undefined && { 'kubernetes.io/arch': derive(arch, 'nodes', 'arch') }),
  }
  const tolerations = taints.map((taint, index) => ({
    op: 'add',
    path: '/spec/template/spec/tolerations/-',
    value: derive(toToleration(taint), 'nodes', 'taints', index),
  }))
  return [
    ...(Object.keys(selector).length > 0
      ? [mergePatch(anyPod, { spec: { template: { spec: { nodeSelector: selector } } } })]
      : []),
    ...(tolerations.length > 0 ? [jsonPatch(anyPod, tolerations)] : []),
  ]
}

/** `key=value:Effect` or `key:Effect`, which stands for every value. */
function toToleration(taint: string): Value {
  const [, key = '', value, effect = ''] = /^([^=:]*)(?:=([^:]*))?:(.*)$/.exec(taint) ?? []
  return value === undefined ? { key, operator: 'Exists', effect } : { key, operator: 'Equal', value, effect }
}

/** An edge waits for its cloud, not for what its topology names as an example. */
function listWaitPatches({ cluster, cloud }: Site): readonly Value[] {
  const address = cloud?.settings.address
  if (address === undefined) return []
  const host = inUrl(address)
  const discovery =
    cluster.settings.release === '3.2'
      ? `tcp://${host}:${ports.frontDoor}`
      : `http://${host}:${ports.frontDoor}/ngsi9/status`
  return [waitFor('broker', discovery), waitFor('worker', `amqp://${host}:${ports.rabbitmq}`)]
}

function waitFor(name: string, address: string): Value {
  const initContainers = [{ name: 'wait-for', args: [derive(address, 'cloud')] }]
  return mergePatch({ kind: 'StatefulSet', name }, { spec: { template: { spec: { initContainers } } } })
}

/** Shards that other sites call have an address each; the init container picks the pod's own. */
function listShardPatches({ cluster, isReached }: Site): readonly Value[] {
  const { replicas, addresses } = cluster.settings.broker
  if (!isReached || replicas === 1) return []
  const index = { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } }
  const env = [
    { name: 'BROKER_ADDRESS_OF_POD', value: derive(addresses.join(' '), 'broker', 'addresses') },
    { name: 'POD_INDEX', valueFrom: index },
  ]
  const initContainers = [{ name: 'fill-config', env }]
  return [mergePatch({ kind: 'StatefulSet', name: 'broker' }, { spec: { template: { spec: { initContainers } } } })]
}

/** A new password restarts the pods that know it. */
function listSecretPatches({ cluster, secret }: Site): readonly Value[] {
  if (secret?.checksum === undefined) return []
  const name = cluster.settings.role === 'edge' ? 'worker' : 'designer|master|rabbitmq|worker'
  const annotations = { 'gitops.fogflow.io/secret-checksum': secret.checksum }
  return [mergePatch({ kind: 'Deployment|StatefulSet', name }, { spec: { template: { metadata: { annotations } } } })]
}
