import { list } from '../kustomization/decode.ts'
import { replacementEntry } from '../kustomization/fields.ts'
import { readReplacements } from '../replacement/read-replacements.ts'
import { applyReplacements } from '../transform/replacements.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

export const replacementTransformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, { replacements: list(replacementEntry) }, target)
  const replacements = (args?.replacements ?? []).flatMap(entry => readReplacements(entry, target.loader))
  return applyReplacements(items, replacements, target.build)
}
