import type { Finding } from '../../model/rule.ts'
import { type Field, isSet, pathOf } from './field.ts'

/** A finding for each field whose value an earlier one has already. */
export function* findDuplicates(fields: readonly Field[], tell: (value: unknown) => string): Iterable<Finding> {
  const seen = new Set<unknown>()
  for (const field of fields) {
    if (!isSet(field)) continue
    if (seen.has(field.value)) yield { path: pathOf(field), message: tell(field.value) }
    seen.add(field.value)
  }
}
