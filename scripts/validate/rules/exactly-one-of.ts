import type { Finding, Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, entries, type Field, isSet, items, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

const probes = ['startupProbe', 'readinessProbe', 'livenessProbe']

export const exactlyOneOf = {
  id: 'exactly-one-of',
  severity: 'error',
  scope: 'resource',
  summary: 'A probe has one handler, a volume one source, a variable one origin.',
  why: 'The API server refuses an object with two ("may not specify more than 1 handler type"), which a merge of patches makes easily.',
  fix: 'keep one; a patch removes a field with null',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    for (const { field } of containersIn(resource)) {
      for (const probe of probes) yield* checkOne(at(field, probe), ['exec', 'grpc', 'httpGet', 'tcpSocket'])
      for (const hook of ['postStart', 'preStop'])
        yield* checkOne(at(field, 'lifecycle', hook), ['exec', 'httpGet', 'sleep', 'tcpSocket'])
      for (const entry of items(field, 'env')) yield* checkOne(entry, ['value', 'valueFrom'])
    }
    for (const volume of pod ? items(pod.spec, 'volumes') : []) {
      const sources = entries(volume).map(({ key }) => String(key))
      yield* checkOne(
        volume,
        sources.filter(key => key !== 'name'),
      )
    }
  },
} satisfies Rule

function* checkOne(holder: Field, alternatives: readonly string[]): Iterable<Finding> {
  const present = alternatives.filter(key => isSet(at(holder, key)))
  for (const key of present.slice(1))
    yield { path: pathOf(holder, key), at: 'key', message: `there are ${present.join(' and ')}, where one is allowed` }
}
