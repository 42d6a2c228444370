import { mergeSpecs, type SpecConflict } from '../field-spec/merge-specs.ts'
import type { NameReference, TransformerConfig } from '../model/field-spec.ts'
import { fieldSpecs } from '../tables/tables.ts'

/** What kustomize knows without any configuration. */
export const defaultConfig: TransformerConfig = { ...fieldSpecs, labels: [] }

/** Both configurations in one, without what the second repeats. */
export function mergeConfigs(
  base: TransformerConfig,
  added: TransformerConfig,
  conflict: (conflict: SpecConflict) => void,
): TransformerConfig {
  if (base === added) return base
  const merge = (key: Exclude<keyof TransformerConfig, 'nameReference'>) => mergeSpecs(base[key], added[key], conflict)
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

/** References to one type become one entry. */
function mergeReferences(
  base: readonly NameReference[],
  added: readonly NameReference[],
  conflict: (conflict: SpecConflict) => void,
): readonly NameReference[] {
  if (base === added) return base
  const merged = [...base]
  for (const reference of added) {
    const index = merged.findIndex(other => isSameType(other, reference))
    const existing = merged[index]
    if (existing === undefined) merged.push(reference)
    else merged[index] = { ...existing, fieldSpecs: mergeSpecs(existing.fieldSpecs, reference.fieldSpecs, conflict) }
  }
  return merged
}

function isSameType(one: NameReference, other: NameReference): boolean {
  const text = (value: string | undefined) => value ?? ''
  return (
    text(one.group) === text(other.group) &&
    text(one.version) === text(other.version) &&
    text(one.kind) === text(other.kind)
  )
}
