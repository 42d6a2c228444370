import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent, imageOf, releaseOf, releases } from '../read/program.ts'
import { suggest } from '../read/suggest.ts'

export const unknownRelease = {
  id: 'unknown-release',
  severity: 'warning',
  scope: 'resource',
  summary: 'A FogFlow image of a numbered release is of one that is known here.',
  why: 'Which keys of config.json a release reads is known of these releases only: of another one nothing of its config is checked, if its image exists at all.',
  fix: `use one of ${releases.join(', ')}, or pin the image by its digest`,
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource)) {
      const tag = releaseOf(container)
      const image = imageOf(container)
      if (!fogflowComponent(container) || !/^v?\d+(\.\d+)+$/.test(tag) || image.includes('@')) continue
      if (releases.includes(tag)) continue
      const otherwise = `use one of ${releases.join(', ')}, or pin the image by its digest`
      yield {
        path: pathOf(at(container.field, 'image')),
        message: `"${image}" is of release ${tag}, of which nothing is known here`,
        ...suggest(tag, releases, otherwise),
      }
    }
  },
} satisfies Rule
