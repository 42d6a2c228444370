import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn, containersOf } from '../read/container.ts'
import { at, type Field, isSet, items, pathOf, text, texts } from '../read/field.ts'
import { mountsOf } from '../read/mount.ts'
import type { Pod } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'

export const configChangeRollsPods = {
  id: 'config-change-rolls-pods',
  severity: 'error',
  scope: 'cluster',
  summary:
    'A changed configuration makes new pods: its ConfigMap has a content hash in its name, or the pod an annotation with its checksum.',
  why: 'FogFlow, nginx and RabbitMQ read their configuration once, at the start, and a file that is mounted by subPath never changes in a running pod (Kubernetes, "ConfigMaps"): merging a change deploys nothing.',
  fix: 'make the ConfigMap with a configMapGenerator, or add an annotation with a checksum to the pod template',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet'],
  *check(resource, cluster) {
    const containers = containersIn(resource)
    const pod = containers[0]?.pod
    if (!pod || !containers.some(readsOnce) || hasChecksum(pod)) return
    const reported = new Set<string>()
    for (const { field, name } of containersOf(pod).flatMap(configMapsOf)) {
      if (reported.has(name) || isHashed(name) || !cluster.complete) continue
      reported.add(name)
      yield { path: pathOf(field), message: `a change of ConfigMap "${name}" reaches no running pod` }
    }
  },
} satisfies Rule

function readsOnce(container: Container): boolean {
  return fogflowComponent(container) !== undefined || runs(container, /^(?:rabbitmq|nginx.*)$/)
}

/** What kustomize appends to the name of what it generates (kyaml/hash: ten characters of this alphabet). */
function isHashed(name: string): boolean {
  return /-[2456789bcdfghkmt]{10}$/.test(name)
}

/** A checksum in the pod template, or an annotation by which an add-on (Reloader, Wave) makes new pods. */
function hasChecksum({ metadata, resource }: Pod): boolean {
  const own = texts({ value: resource.value }, 'metadata', 'annotations')
  const keys = [...Object.keys(texts(metadata, 'annotations')), ...Object.keys(own)]
  return keys.some(key => /checksum|hash|reloader\.stakater\.com|wave\.pusher\.com/i.test(key))
}

interface UsedConfigMap {
  readonly name: string
  /** The line that a person looks at first: the mount, or the reference. */
  readonly field: Field
}

function configMapsOf(container: Container): readonly UsedConfigMap[] {
  const mounted = mountsOf(container).flatMap(({ field, volume, subPath }) =>
    sourcesOf(volume).map(source => ({
      name: text(source, 'name') ?? '',
      field: subPath === '' ? at(field, 'mountPath') : at(field, 'subPath'),
    })),
  )
  const variables = [
    ...items(container.field, 'env').map(entry => at(entry, 'valueFrom', 'configMapKeyRef', 'name')),
    ...items(container.field, 'envFrom').map(entry => at(entry, 'configMapRef', 'name')),
  ].filter(isSet)
  return [...mounted, ...variables.map(field => ({ name: text(field) ?? '', field }))]
}

function sourcesOf(volume: Field): readonly Field[] {
  const projected = items(volume, 'projected', 'sources').map(source => at(source, 'configMap'))
  return [at(volume, 'configMap'), ...projected].filter(isSet)
}
