import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { at, type Field, items, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const rootGroup = {
  id: 'root-group',
  severity: 'warning',
  scope: 'resource',
  summary: 'No process that is not root runs with group 0.',
  why: "Group 0 may read and write what belongs to root's group, in the image and in every volume: the user that is not root is so in name only (Trivy KSV-0116).",
  fix: 'write the group of the image’s own user, or any other number above 0',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    if (!pod) return
    const ofPod = at(pod.spec, 'securityContext')
    const contexts = [ofPod, ...containersOf(pod).map(({ field }) => at(field, 'securityContext'))]
    for (const group of contexts.filter(context => at(context, 'runAsUser').value !== 0).flatMap(groupsIn))
      if (group.value === 0) yield { path: pathOf(group), message: `${nameOf(group)} is 0` }
  },
} satisfies Rule

function groupsIn(context: Field): readonly Field[] {
  return [at(context, 'runAsGroup'), at(context, 'fsGroup'), ...items(context, 'supplementalGroups')]
}

function nameOf({ key, parent }: Field): string {
  return String(typeof key === 'number' ? parent?.key : key)
}
