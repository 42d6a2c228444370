import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { findDuplicates } from '../read/duplicates.ts'
import { at, items } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'

export const duplicateEnvVar = {
  id: 'duplicate-env-var',
  severity: 'error',
  scope: 'resource',
  summary: 'A container sets no environment variable twice.',
  why: 'Only the last value counts, and a server-side apply refuses the list, whose key is the name.',
  fix: 'delete one of the two entries',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource) {
    for (const { field, name } of containersIn(resource))
      yield* findDuplicates(
        items(field, 'env').map(entry => at(entry, 'name')),
        value => `container "${name}" sets environment variable "${value}" twice`,
      )
  },
} satisfies Rule
