import type { Target, Transform } from '../build/target.ts'
import { mergeSpecs } from '../field-spec/merge-specs.ts'
import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import type { Label } from '../kustomization/fields.ts'
import type { FieldSpec, TransformerConfig } from '../model/field-spec.ts'
import { setEntries } from './set-entries.ts'

/** Each entry of `labels`, and then `commonLabels`. */
export const transformLabels: Transform = (items, target, config) => {
  const { labels = [], commonLabels } = target.kustomization.fields
  let labelled = items
  for (const label of labels) {
    const specs = specsOf(label, target, config)
    if (label.pairs !== undefined) labelled = setEntries(labelled, label.pairs, specs, target.build)
  }
  return commonLabels === undefined ? labelled : setEntries(labelled, commonLabels, config.commonLabels, target.build)
}

const metadataLabels: readonly FieldSpec[] = [{ path: 'metadata/labels', create: true }]

function specsOf(label: Label, target: Target, config: TransformerConfig): readonly FieldSpec[] {
  const merge = (existing: readonly FieldSpec[], incoming: readonly FieldSpec[]) =>
    mergeSpecs(existing, incoming, ({ existing: { path } }) =>
      target.build.report({
        code: 'conflicting-field-specs',
        severity: 'error',
        message: `conflicting fieldspecs: ${path} is to be created by one and not by another`,
        fix: 'write the same `create` as the specification that is there already',
        source: label.at,
      }),
    )
  const own = merge([], (label.fields ?? []).map(toFieldSpec))
  const configured = merge(own, config.labels)
  if (label.includeSelectors === true) return merge(configured, config.commonLabels)
  const templates = label.includeTemplates === true ? merge(configured, config.templateLabels) : configured
  return merge(templates, metadataLabels)
}
