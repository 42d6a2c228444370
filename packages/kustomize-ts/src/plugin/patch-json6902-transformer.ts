import { text } from '../kustomization/decode.ts'
import { selector } from '../kustomization/fields.ts'
import { applyJsonEntry } from '../transform/patches-json6902.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

export const patchJson6902Transformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, { path: text, jsonOp: text, target: selector }, target)
  if (args === undefined) return items
  const { jsonOp, ...entry } = args
  return applyJsonEntry(items, jsonOp === undefined ? entry : { ...entry, patch: jsonOp }, target)
}
