import type { Target } from '../build/target.ts'
import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import { list, text } from '../kustomization/decode.ts'
import { fieldSpec } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { affixNames } from '../transform/affix-names.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

const fields = { prefix: text, suffix: text, fieldSpecs: list(fieldSpec) }

export const prefixTransformer: TransformerPlugin = (...args) => affix('prefix', ...args)
export const suffixTransformer: TransformerPlugin = (...args) => affix('suffix', ...args)

export const prefixSuffixTransformer: TransformerPlugin = (config, items, target) =>
  affix('suffix', config, affix('prefix', config, items, target), target)

function affix(side: 'prefix' | 'suffix', config: MapNode, items: readonly Item[], target: Target): readonly Item[] {
  const args = decodeConfig(config, fields, target)
  if (args === undefined) return items
  if (args.fieldSpecs === undefined) {
    const message = 'fieldSpecs is not expected to be nil'
    const fix = 'add `fieldSpecs: [{path: metadata/name}]`'
    target.build.report({ code: 'no-field-specs', severity: 'error', message, fix, source: config.at })
    return items
  }
  const specs = args.fieldSpecs.map(toFieldSpec)
  const by = args[side]?.at ?? config.at
  return affixNames(items, { text: args[side]?.text ?? '', side, by, specs }, target.build)
}
