import { text } from '../kustomization/decode.ts'
import { patchOptions, selector } from '../kustomization/fields.ts'
import { applyPatch } from '../transform/patches.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

export const patchTransformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, { path: text, patch: text, target: selector, options: patchOptions }, target)
  return args === undefined ? items : applyPatch(items, args, target)
}
