import type { Rule } from '../../model/rule.ts'
import { containersOf, volumesOf } from '../read/container.ts'
import { at, type Field, items, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { suggest } from '../read/suggest.ts'

export const danglingVolumeMount = {
  id: 'dangling-volume-mount',
  severity: 'error',
  scope: 'resource',
  summary: 'Every volume that a container mounts is a volume or a claim template of its pod.',
  why: 'The API server refuses such a pod template ("volumeMounts[…].name: Not found"), and the sync fails with it.',
  fix: 'name a volume of the pod, or add it to spec.volumes',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    if (!pod) return
    const volumes = volumesOf(pod)
    for (const container of containersOf(pod)) {
      for (const name of mountedNames(container.field)) {
        const wanted = text(name)
        if (wanted === undefined || volumes.has(wanted)) continue
        const message = `container "${container.name}" mounts volume "${wanted}", which the pod does not have`
        yield { path: pathOf(name), message, ...suggest(wanted, volumes.keys(), `name one of: ${list(volumes)}`) }
      }
    }
  },
} satisfies Rule

function mountedNames(container: Field): readonly Field[] {
  return ['volumeMounts', 'volumeDevices'].flatMap(key => items(container, key).map(mount => at(mount, 'name')))
}

function list(volumes: ReadonlyMap<string, Field>): string {
  return [...volumes.keys()].sort().join(', ') || 'none (the pod has no volumes)'
}
