import type { Edit, Target, Transform } from '../build/target.ts'
import { reportConflict } from '../configuration/report-conflict.ts'
import { mergeSpecs } from '../field-spec/merge-specs.ts'
import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import type { Label } from '../kustomization/fields.ts'
import type { FieldSpec, TransformerConfig } from '../model/field-spec.ts'
import { setEntries } from './set-entries.ts'

/** Each entry of `labels`, and then `commonLabels`. */
export const transformLabels: Transform = (target, config) => {
  const { labels = [], commonLabels = new Map() } = target.kustomization.fields
  if (labels.length === 0 && commonLabels.size === 0) return []
  return [
    ...labels.map((label): Edit => {
      const { pairs = new Map() } = label
      return items => setEntries(items, pairs, specsOf(label, target, config), target.build)
    }),
    items => setEntries(items, commonLabels, config.commonLabels, target.build),
  ]
}

const metadataLabels: readonly FieldSpec[] = [{ path: 'metadata/labels', create: true }]

function specsOf(label: Label, target: Target, config: TransformerConfig): readonly FieldSpec[] {
  const conflict = reportConflict(label.at, target.build)
  const merge = (existing: readonly FieldSpec[], incoming: readonly FieldSpec[]) =>
    mergeSpecs(existing, incoming, conflict)
  const own = merge([], (label.fields ?? []).map(toFieldSpec))
  const configured = merge(own, config.labels)
  if (label.includeSelectors === true) return merge(configured, config.commonLabels)
  const templates = label.includeTemplates === true ? merge(configured, config.templateLabels) : configured
  return merge(templates, metadataLabels)
}
