import type { Finding, Rule } from '../../model/rule.ts'
import { parseQuantity } from '../../text/quantity.ts'
import { containersIn } from '../read/container.ts'
import { at, entries, type Field, fieldOf, items, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const requestAboveLimit = {
  id: 'request-above-limit',
  severity: 'error',
  scope: 'resource',
  summary: 'No container asks for more than its limit, and no LimitRange makes one do so.',
  why: 'The API server refuses the object ("must be less than or equal to cpu limit"), with all of the sync: overlays that change one of the two make this.',
  fix: 'raise the limit, or ask for less',
  kinds: [...podKinds, 'LimitRange'],
  *check(resource) {
    const pod = podOf(resource)
    for (const { field, name } of containersIn(resource)) yield* compare(field, `container "${name}"`)
    if (pod) yield* compare(pod.spec, 'the pod')
    if (resource.id.kind === 'LimitRange')
      for (const limit of items(fieldOf(resource, 'spec'), 'limits'))
        for (const [less, more] of bounds) yield* compareAll(at(limit, less), at(limit, more), tellBounds)
  },
} satisfies Rule

/** What may not be more than what (pkg/apis/core/validation/validation.go ValidateLimitRange). */
const bounds = [
  ['defaultRequest', 'default'],
  ['defaultRequest', 'max'],
  ['default', 'max'],
  ['min', 'defaultRequest'],
  ['min', 'max'],
] as const

type Tell = (less: Field, more: Field) => string

const tellBounds: Tell = (less, more) =>
  `${less.parent?.key} of ${less.key} is ${less.value}, above ${more.parent?.key} ${more.value}`

function compare(holder: Field, who: string): Iterable<Finding> {
  const tell: Tell = ({ key, value }, limit) => `${who} asks for ${value} of ${key}, above its limit of ${limit.value}`
  return compareAll(at(holder, 'resources', 'requests'), at(holder, 'resources', 'limits'), tell)
}

function* compareAll(less: Field, more: Field, tell: Tell): Iterable<Finding> {
  for (const limit of entries(more)) {
    const request = at(less, String(limit.key))
    if (parseQuantity(request.value) > parseQuantity(limit.value))
      yield { path: pathOf(request), message: tell(request, limit) }
  }
}
