import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, pathOf } from '../read/field.ts'

/** Fields of metadata that only the API server writes (Kubernetes API conventions, "Metadata" and "Spec and Status"). */
const serverOwned = [
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]

export const serverOwnedField = {
  id: 'server-owned-field',
  severity: 'error',
  scope: 'resource',
  summary: 'A manifest sets no field that only the API server writes.',
  why: 'With resourceVersion the server takes the manifest for an edit of exactly that version: later applies fail with a conflict or a parse error, and so does every sync after the first.',
  fix: 'delete the line',
  *check(resource) {
    const metadata = fieldOf(resource, 'metadata')
    for (const key of serverOwned) {
      const field = at(metadata, key)
      if (isSet(field))
        yield {
          path: pathOf(field),
          at: 'key',
          message: `metadata.${key} is ${JSON.stringify(field.value)}, but only the API server sets it`,
        }
    }
    const status = fieldOf(resource, 'status')
    if (isSet(status) && JSON.stringify(status.value) !== '{}')
      yield { path: pathOf(status), at: 'key', message: 'status is set, but only controllers write it' }
  },
} satisfies Rule
