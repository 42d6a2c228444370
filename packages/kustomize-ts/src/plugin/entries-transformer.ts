import type { Target } from '../build/target.ts'
import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import { list, textMap } from '../kustomization/decode.ts'
import { fieldSpec } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { setEntries } from '../transform/set-entries.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

const fields = { labels: textMap, annotations: textMap, fieldSpecs: list(fieldSpec) }

export const labelTransformer: TransformerPlugin = (...args) => setFrom('labels', ...args)
export const annotationsTransformer: TransformerPlugin = (...args) => setFrom('annotations', ...args)

function setFrom(field: 'labels' | 'annotations', config: MapNode, items: readonly Item[], target: Target) {
  const args = decodeConfig(config, fields, target)
  const specs = (args?.fieldSpecs ?? []).map(toFieldSpec)
  return setEntries(items, args?.[field] ?? new Map(), specs, target.build)
}
