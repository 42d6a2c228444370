import type { Target } from '../build/target.ts'
import { list, text } from '../kustomization/decode.ts'
import type { MapNode } from '../model/node.ts'
import { mergePatches } from '../transform/patches-strategic-merge.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

export const patchStrategicMergeTransformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, { paths: list(text), patches: text }, target)
  if (args === undefined) return items
  const { paths = [], patches } = args
  const entries = patches === undefined || patches.text === '' ? paths : [...paths, patches]
  return entries.length === 0 ? (refuseEmpty(config, target) ?? items) : mergePatches(items, entries, target)
}

function refuseEmpty(config: MapNode, { build }: Target): undefined {
  const message = 'empty file path and empty patch content'
  build.report({ code: 'no-patch', severity: 'error', message, fix: 'add `paths` or `patches`', source: config.at })
}
