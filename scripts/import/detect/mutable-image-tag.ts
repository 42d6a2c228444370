import type { Detector } from '../defect.ts'

export const mutableImageTag = {
  code: 'mutable-image-tag',
  outcome: 'corrected',
  why: 'The same tag is another build tomorrow: a restart changes what runs, and a revert in Git does not bring it back.',
  here: 'the release has fixed tags; pin digests with images',
  *find({ workloads }) {
    for (const { image, tag, imageName } of workloads) {
      if (image === undefined || image.text.includes('@')) continue
      if (tag === undefined) yield { at: image.at, message: `the image "${imageName}" has no tag, which means latest` }
      else if (!/\d+\.\d+/.test(tag))
        yield { at: image.at, message: `the tag of the image "${image.text}" can be moved` }
    }
  },
} satisfies Detector
