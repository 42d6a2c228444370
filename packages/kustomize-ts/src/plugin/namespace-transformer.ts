import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import { flag, list, text } from '../kustomization/decode.ts'
import { fieldSpec } from '../kustomization/fields.ts'
import { setNamespaces } from '../transform/namespace.ts'
import { isSubjectMode, subjectModes } from '../transform/subjects.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

const fields = { fieldSpecs: list(fieldSpec), unsetOnly: flag, setRoleBindingSubjects: text }

export const namespaceTransformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, fields, target)
  const namespace = args?.metadata?.namespace
  if (args === undefined) return items
  const subjects = args.setRoleBindingSubjects?.text || 'defaultOnly'
  if (!isSubjectMode(subjects)) {
    target.build.report({
      code: 'bad-subject-mode',
      severity: 'error',
      message: `invalid value "${subjects}" for setRoleBindingSubjects: must be one of ${subjectModes.join(', ')}`,
      fix: 'write one of them',
      source: args.setRoleBindingSubjects?.at ?? config.at,
    })
    return items
  }
  if (namespace === undefined || namespace.text === '') return items
  const specs = (args.fieldSpecs ?? []).map(toFieldSpec)
  const settings = { namespace: namespace.text, by: namespace.at, specs, unsetOnly: args.unsetOnly === true, subjects }
  return setNamespaces(items, settings, target.build)
}
