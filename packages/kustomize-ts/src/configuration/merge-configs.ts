import { compareTypes } from '../field-spec/compare-types.ts'
import { mergeSpecs, type SpecConflict } from '../field-spec/merge-specs.ts'
import type { FieldSpec, NameReference, TransformerConfig } from '../model/field-spec.ts'
import { fieldSpecs } from '../tables/tables.ts'

/** What kustomize knows without any configuration. */
export const defaultConfig: TransformerConfig = { ...fieldSpecs, labels: [] }

export const emptyConfig: TransformerConfig = {
  ...{ namePrefix: [], nameSuffix: [], namespace: [], commonLabels: [], labels: [], templateLabels: [] },
  ...{ commonAnnotations: [], nameReference: [], varReference: [], images: [], replicas: [] },
}

type Conflict = (conflict: SpecConflict) => void

/** Both configurations in one, without what the second repeats. */
export function mergeConfigs(base: TransformerConfig, added: TransformerConfig, conflict: Conflict): TransformerConfig {
  if (base === added || added === emptyConfig) return base
  const merge = (key: Exclude<keyof TransformerConfig, 'nameReference'>) => mergeSorted(base[key], added[key], conflict)
  return {
    namePrefix: merge('namePrefix'),
    nameSuffix: merge('nameSuffix'),
    namespace: merge('namespace'),
    commonLabels: merge('commonLabels'),
    labels: merge('labels'),
    templateLabels: merge('templateLabels'),
    commonAnnotations: merge('commonAnnotations'),
    varReference: merge('varReference'),
    images: merge('images'),
    replicas: merge('replicas'),
    nameReference: mergeReferences(base.nameReference, added.nameReference, conflict),
  }
}

const sorted = new WeakMap<readonly FieldSpec[], readonly FieldSpec[]>()

function mergeSorted(base: readonly FieldSpec[], added: readonly FieldSpec[], conflict: Conflict) {
  const merged = mergeSpecs(base, added, conflict)
  if (merged === base) return base
  // The same merge gives the same list, so that what is remembered by the list's identity stays good.
  const known = sorted.get(merged) ?? [...merged].sort(compareTypes)
  sorted.set(merged, known)
  return known
}

/** References to one type become one entry. */
function mergeReferences(base: readonly NameReference[], added: readonly NameReference[], conflict: Conflict) {
  if (base === added || added.length === 0) return base
  const merged = [...base]
  for (const reference of added) {
    const index = merged.findIndex(other => compareTypes(other, reference) === 0)
    const existing = merged[index]
    if (existing === undefined) merged.push(reference)
    else merged[index] = { ...existing, fieldSpecs: mergeSpecs(existing.fieldSpecs, reference.fieldSpecs, conflict) }
  }
  return merged.sort(compareTypes)
}
