import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { findDuplicates } from '../read/duplicates.ts'
import { at, type Field, fieldOf, items } from '../read/field.ts'
import { podOf } from '../read/pod.ts'

export const duplicateName = {
  id: 'duplicate-name',
  severity: 'error',
  scope: 'resource',
  summary: 'Containers, volumes, mount paths and ports have a name of their own in their list.',
  why: 'The API server refuses the object ("Duplicate value"), or merges two entries into one.',
  fix: 'give each entry a name of its own',
  *check(resource) {
    const pod = podOf(resource)
    if (pod) {
      yield* named(
        'container',
        containersOf(pod).map(({ field }) => field),
        'name',
      )
      yield* named('volume', items(pod.spec, 'volumes'), 'name')
      for (const { field } of containersOf(pod)) {
        yield* named('mount path', items(field, 'volumeMounts'), 'mountPath')
        yield* named('port', items(field, 'ports'), 'name')
      }
    }
    if (resource.id.kind === 'Service') yield* named('port', items(fieldOf(resource, 'spec'), 'ports'), 'name')
  },
} satisfies Rule

function named(what: string, entries: readonly Field[], key: string) {
  return findDuplicates(
    entries.map(entry => at(entry, key)),
    value => `there are two entries for ${what} "${value}"`,
  )
}
