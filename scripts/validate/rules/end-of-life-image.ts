import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { imageOf, releaseOf } from '../read/program.ts'

interface Support {
  readonly image: RegExp
  readonly name: string
  /** The oldest release series that anybody still mends: major and minor. */
  readonly oldest: readonly [major: number, minor: number]
}

/**
 * By the names of their publishers: somebody else's image has versions of its own. RabbitMQ 3.12 had its last support, paid for, until 2025-06-29, 3.13 has it until 2027-12-30
 * (www.rabbitmq.com/release-information); of nginx only the newest stable and the newest mainline series get fixes, and
 * 1.28 replaced 1.26 in April 2025 (nginx.org/en/CHANGES-1.28).
 */
const supported: readonly Support[] = [
  { image: /^(?:docker\.io\/)?(?:(?:library|bitnami)\/)?rabbitmq(?=[:@])/, name: 'RabbitMQ', oldest: [3, 13] },
  {
    image: /^(?:docker\.io\/)?(?:library\/nginx|nginxinc\/nginx-unprivileged|nginx)(?=[:@])/,
    name: 'nginx',
    oldest: [1, 28],
  },
]

export const endOfLifeImage = {
  id: 'end-of-life-image',
  severity: 'warning',
  scope: 'resource',
  summary: 'RabbitMQ and nginx are of a release that still gets fixes.',
  why: 'These two are the ones that talk to the world outside the cluster, and what is found in an old release stays open for good.',
  fix: 'run a release that is supported, after a look at its notes on upgrading',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource) {
    for (const container of containersIn(resource)) {
      const support = supported.find(({ image }) => image.test(imageOf(container)))
      if (!support || !isOlder(releaseOf(container), support.oldest)) continue
      const message = `"${imageOf(container)}" is out of support: ${support.name} gets fixes from ${support.oldest.join('.')} on`
      yield { path: pathOf(at(container.field, 'image')), message }
    }
  },
} satisfies Rule

/** Whether a tag names a release before another; one that names none, or only a major one with newer minors, does not. */
function isOlder(tag: string, [major, minor]: Support['oldest']): boolean {
  const [, first, second] = /^v?(\d+)(?:\.(\d+))?(?:[.-]|$)/.exec(tag) ?? []
  if (first === undefined) return false
  return Number(first) < major || (Number(first) === major && second !== undefined && Number(second) < minor)
}
