import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { findDuplicates } from '../read/duplicates.ts'
import { at, type Field, fieldOf, items } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

/** Kind → what its entries are, their list in `spec`, and the path of what tells them apart. */
const ofSpec: Readonly<Record<string, readonly string[]>> = {
  Service: ['port', 'ports', 'name'],
  StatefulSet: ['volume', 'volumeClaimTemplates', 'metadata.name'],
  LimitRange: ['limits of', 'limits', 'type'],
  MutatingAdmissionPolicy: ['condition', 'matchConditions', 'name'],
  ValidatingAdmissionPolicy: ['condition', 'matchConditions', 'name'],
}

export const duplicateName = {
  id: 'duplicate-name',
  severity: 'error',
  scope: 'resource',
  summary: 'What the API server tells apart by a name or key has one of its own in its list.',
  why: 'The API server refuses the object ("Duplicate value"), or merges two entries into one.',
  fix: 'give each entry a name of its own',
  kinds: [...podKinds, ...Object.keys(ofSpec)],
  *check(resource) {
    const pod = podOf(resource)
    if (pod) {
      yield* named(
        'container',
        containersOf(pod).map(({ field }) => field),
        'name',
      )
      yield* named('volume', items(pod.spec, 'volumes'), 'name')
      yield* named('spread over', items(pod.spec, 'topologySpreadConstraints'), 'topologyKey', 'whenUnsatisfiable')
      for (const { field } of containersOf(pod)) {
        yield* named('mount path', items(field, 'volumeMounts'), 'mountPath')
        yield* named('port', items(field, 'ports'), 'name')
      }
    }
    const [what, list, ...keys] = ofSpec[resource.id.kind] ?? []
    if (what && list) yield* named(what, items(fieldOf(resource, 'spec'), list), ...keys)
  },
} satisfies Rule

/** Entries of which an earlier one has the same key, or the same keys. */
function named(what: string, entries: readonly Field[], ...keys: readonly string[]) {
  return findDuplicates(
    entries.map(entry => {
      const [first, ...others] = keys.map(key => at(entry, ...key.split('.')))
      if (!first || others.length === 0) return first ?? entry
      return { ...first, value: [first, ...others].map(({ value }) => String(value)).join(', ') }
    }),
    value => `there are two entries for ${what} "${value}"`,
  )
}
