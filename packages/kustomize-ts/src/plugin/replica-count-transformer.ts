import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import { list } from '../kustomization/decode.ts'
import { fieldSpec, replica } from '../kustomization/fields.ts'
import { setReplicas } from '../transform/replicas.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

export const replicaCountTransformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, { replica, fieldSpecs: list(fieldSpec) }, target)
  if (args?.replica === undefined) return items
  return setReplicas(items, args.replica, (args.fieldSpecs ?? []).map(toFieldSpec), target.build)
}
