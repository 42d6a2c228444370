import type { Detector } from '../defect.ts'
import { has, placeOf } from '../node.ts'

export const serverOwnedField = {
  code: 'server-owned-field',
  outcome: 'corrected',
  why: 'The API server keeps these fields itself; a resourceVersion that is no number makes every later apply, and every server-side apply, fail.',
  here: 'no such field is generated',
  *find({ resources }) {
    for (const { root } of resources)
      for (const path of owned)
        if (has(root, ...path))
          yield { at: placeOf(root, ...path), message: `${path.join('.')} is the server's to set` }
  },
} satisfies Detector

/** ObjectMeta and status, as the API reference has them ("populated by the system"). */
const owned: readonly (readonly string[])[] = [
  ...['resourceVersion', 'uid', 'creationTimestamp', 'generation', 'selfLink', 'managedFields'].map(key => [
    'metadata',
    key,
  ]),
  ['status'],
]
