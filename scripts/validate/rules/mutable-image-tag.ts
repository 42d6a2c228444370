import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { imageOf, releaseOf, runs } from '../read/program.ts'

export const mutableImageTag = {
  id: 'mutable-image-tag',
  severity: 'error',
  scope: 'cluster',
  summary: 'An image has a tag that stays with one build, or a digest.',
  why: 'What `latest` is changes without a commit: a pod that restarts may run another build than its neighbour, and a revert in Git does not bring the old one back. FogFlow moves `k8s` with `latest` (deployment/kubernetes/cloud-node/retag-image.sh).',
  fix: 'name a release in the tag, or add the digest: NAME@sha256:…',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource, cluster) {
    // The tag of a base may be that of an overlay's `images`.
    if (!cluster.complete && !cluster.isCompose) return
    for (const container of containersIn(resource)) {
      const image = at(container.field, 'image')
      if (!isMutable(container)) continue
      const [tag, named] = [releaseOf(container), `container "${container.name}" runs "${imageOf(container)}"`]
      const message =
        tag === '' ? `${named}, which has no tag and means latest` : `${named}, and the tag "${tag}" moves`
      yield { path: pathOf(image), message }
    }
  },
} satisfies Rule

/** The images whose publishers move a tag that is one number to each new release of that series. */
const movesNumbers = /^(?:rabbitmq|nginx|nginx-unprivileged|busybox|alpine)$/

/** Not where a digest pins the image, or a template is yet to be filled in. */
function isMutable(container: Container): boolean {
  const image = imageOf(container)
  if (image === '' || /[@{]/.test(image)) return false
  const tag = releaseOf(container)
  return /^(?:\D*|k8s|arm64)$/.test(tag) || (/^\d+(?:-|$)/.test(tag) && runs(container, movesNumbers))
}
