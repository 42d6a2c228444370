import type { Rule } from '../../model/rule.ts'
import { containersOf, volumesOf } from '../read/container.ts'
import { at, isSet, items, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const unusedVolume = {
  id: 'unused-volume',
  severity: 'error',
  scope: 'resource',
  summary: 'Every volume of a pod is mounted by one of its containers.',
  why: 'A volume that nobody mounts is a mount that somebody forgot or misspelt: the container then reads or writes its own image instead, and the data is gone with it.',
  fix: 'mount the volume, or delete it',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    if (!pod) return
    const used = new Set(
      containersOf(pod).flatMap(({ field }) =>
        ['volumeMounts', 'volumeDevices'].flatMap(key => items(field, key).map(mount => text(mount, 'name'))),
      ),
    )
    for (const [name, volume] of volumesOf(pod)) {
      if (used.has(name)) continue
      const place = isSet(at(volume, 'name')) ? at(volume, 'name') : at(volume, 'metadata', 'name')
      yield { path: pathOf(place), message: `no container mounts volume "${name}"` }
    }
  },
} satisfies Rule
