import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn, containersOf } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { mostFrequent } from '../read/most-frequent.ts'
import { podKinds, podsOf } from '../read/pod.ts'
import { imageOf } from '../read/program.ts'

export const mixedImageTags = {
  id: 'mixed-image-tags',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A cluster runs one version of an image.',
  why: 'A change of the tag that reached some of the containers was meant for all of them: the others stay behind, with the faults that it was to repair.',
  fix: 'write one tag, best once, under images in the kustomization',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const { name, tag } = splitImage(container)
      const common = commonTags(cluster).get(name)
      if (tag === '' || common === undefined || common === tag) continue
      const message = `container "${container.name}" runs ${name}:${tag}, and most others ${name}:${common}`
      yield { path: pathOf(at(container.field, 'image')), message }
    }
  },
} satisfies Rule

/** The tag that most containers with an image have, the first of those that are as frequent. */
const commonTags = memoize((cluster: ClusterView): ReadonlyMap<string, string | undefined> => {
  const found = new Map<string, string[]>()
  for (const { name, tag } of podsOf(cluster).flatMap(containersOf).map(splitImage)) {
    const tags = found.get(name)
    if (tags) tags.push(tag)
    else found.set(name, [tag])
  }
  return new Map([...found].map(([name, tags]) => [name, mostFrequent(tags)]))
})

/** A tag is what follows the last colon that is not the one of a registry's port; a digest is no tag. */
function splitImage(container: Container): { readonly name: string; readonly tag: string } {
  const image = imageOf(container)
  const colon = image.lastIndexOf(':')
  if (image.includes('@') || colon <= image.lastIndexOf('/')) return { name: image, tag: '' }
  return { name: image.slice(0, colon), tag: image.slice(colon + 1) }
}
