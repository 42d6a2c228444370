import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import { list } from '../kustomization/decode.ts'
import { fieldSpec, image } from '../kustomization/fields.ts'
import { setImages } from '../transform/images.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

export const imageTagTransformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, { imageTag: image, fieldSpecs: list(fieldSpec) }, target)
  if (args?.imageTag === undefined) return items
  return setImages(items, args.imageTag, (args.fieldSpecs ?? []).map(toFieldSpec), target.build)
}
