import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { at, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { suggest } from '../read/suggest.ts'

export const containerWithoutImage = {
  id: 'container-without-image',
  severity: 'error',
  scope: 'resource',
  summary: 'Every container has an image.',
  why: 'A patch that misspells the name of a container adds a second one, which has no image: the API server refuses the pod, and the patch changes nothing.',
  fix: 'give the container the name of the one that the patch is for',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    if (!pod) return
    const containers = containersOf(pod)
    const known = containers.filter(({ field }) => text(field, 'image')).map(({ name }) => name)
    for (const { field, name } of containers) {
      if (text(field, 'image')) continue
      yield {
        path: pathOf(at(field, 'name')),
        message: `container "${name}" has no image`,
        ...suggest(
          name,
          known,
          `give it an image, or the name of the container that a patch is for (${known.join(', ')})`,
        ),
      }
    }
  },
} satisfies Rule
