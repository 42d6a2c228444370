import type { Finding, Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, entries, type Field, isSet, items, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

const probes = ['startupProbe', 'readinessProbe', 'livenessProbe']

export const exactlyOneOf = {
  id: 'exactly-one-of',
  severity: 'error',
  scope: 'resource',
  summary: 'A probe has one handler, a volume one source, a variable one origin.',
  why: 'The API server refuses an object with two ("may not specify more than 1 handler type"), which a merge of patches makes easily, and a probe with none ("must specify a handler type"). A volume without a source it takes for an empty folder.',
  fix: 'write one; a patch removes another with null',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    for (const { field } of containersIn(resource)) {
      for (const probe of probes) yield* checkHandler(at(field, probe), ['exec', 'grpc', 'httpGet', 'tcpSocket'])
      for (const hook of ['postStart', 'preStop'])
        yield* checkHandler(at(field, 'lifecycle', hook), ['exec', 'httpGet', 'sleep', 'tcpSocket'])
      for (const entry of items(field, 'env')) yield* checkOne(entry, ['value', 'valueFrom'])
    }
    for (const volume of pod ? items(pod.spec, 'volumes') : []) {
      const sources = entries(volume).filter(one => one.key !== 'name' && isSet(one))
      yield* checkOne(
        volume,
        sources.map(({ key }) => String(key)),
      )
      if (sources.length === 0)
        yield { path: pathOf(volume, 'name'), message: `volume "${text(volume, 'name')}" has no source` }
    }
  },
} satisfies Rule

function* checkHandler(holder: Field, alternatives: readonly string[]): Iterable<Finding> {
  yield* checkOne(holder, alternatives)
  if (isSet(holder) && !alternatives.some(key => isSet(at(holder, key))))
    yield { path: pathOf(holder), at: 'key', message: `${holder.key} has no handler` }
}

function* checkOne(holder: Field, alternatives: readonly string[]): Iterable<Finding> {
  const present = alternatives.filter(key => isSet(at(holder, key)))
  for (const key of present.slice(1))
    yield { path: pathOf(holder, key), at: 'key', message: `there are ${present.join(' and ')}, where one is allowed` }
}
