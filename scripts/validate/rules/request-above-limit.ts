import type { Finding, Rule } from '../../model/rule.ts'
import { parseQuantity } from '../../text/quantity.ts'
import { containersIn } from '../read/container.ts'
import { entries, type Field, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const requestAboveLimit = {
  id: 'request-above-limit',
  severity: 'error',
  scope: 'resource',
  summary: 'No container asks for more than its limit.',
  why: 'The API server refuses the object ("must be less than or equal to cpu limit"), with all of the sync: overlays that change one of the two make this.',
  fix: 'raise the limit, or ask for less',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    for (const { field, name } of containersIn(resource)) yield* compare(field, `container "${name}"`)
    if (pod) yield* compare(pod.spec, 'the pod')
  },
} satisfies Rule

function* compare(holder: Field, who: string): Iterable<Finding> {
  for (const limit of entries(holder, 'resources', 'limits')) {
    const name = String(limit.key)
    const request = entries(holder, 'resources', 'requests').find(({ key }) => key === name)
    if (!request || !(parseQuantity(request.value) > parseQuantity(limit.value))) continue
    const message = `${who} asks for ${String(request.value)} of ${name}, above its limit of ${String(limit.value)}`
    yield { path: pathOf(request), message }
  }
}
