import { isSelected } from '../item/identity.ts'
import type { FieldSpec } from '../model/field-spec.ts'

/** Two specs of one field that disagree on whether to create it. */
export interface SpecConflict {
  readonly existing: FieldSpec
  readonly incoming: FieldSpec
}

/**
 * The specs of both lists, without those of the second that the first has already: the same path, for a type that the
 * incoming spec covers.
 */
export function mergeSpecs(
  existing: readonly FieldSpec[],
  incoming: readonly FieldSpec[],
  conflict: (conflict: SpecConflict) => void,
): readonly FieldSpec[] {
  if (existing === incoming || existing.length === 0) return incoming
  const known = merges.get(existing)?.get(incoming)
  if (known !== undefined) return known
  const merged = [...existing]
  let conflicts = 0
  for (const spec of incoming) {
    const same = merged.find(other => other.path === spec.path && isSelected(typeOf(other), spec))
    if (same === undefined) merged.push(spec)
    else if ((same.create ?? false) !== (spec.create ?? false)) {
      conflicts += 1
      conflict({ existing: same, incoming: spec })
    }
  }
  const result = merged.length === existing.length ? existing : merged
  if (conflicts === 0) remember(existing, incoming, result)
  return result
}

// Most kustomizations of a process merge the same lists, and what follows is remembered by the list's identity.
const merges = new WeakMap<readonly FieldSpec[], WeakMap<readonly FieldSpec[], readonly FieldSpec[]>>()

function remember(existing: readonly FieldSpec[], incoming: readonly FieldSpec[], result: readonly FieldSpec[]): void {
  const byIncoming = merges.get(existing) ?? new WeakMap<readonly FieldSpec[], readonly FieldSpec[]>()
  byIncoming.set(incoming, result)
  merges.set(existing, byIncoming)
}

function typeOf({ group = '', version = '', kind = '' }: FieldSpec) {
  return { group, version, kind }
}
