import type { Target } from '../build/target.ts'
import type { Item } from '../model/item.ts'
import { findTransformer } from '../plugin/find-plugin.ts'
import { type Accumulation, isThere } from './accumulation.ts'
import { gatherConfigs } from './gather-configs.ts'
import { noteTransformation, originOfPlugin } from './origin.ts'

/** The objects of `transformers`, in order. */
export function applyPlugins(accumulation: Accumulation, target: Target): Accumulation {
  const configs = gatherConfigs(target.kustomization.fields.transformers, target)
  const items = configs.reduce((current, config) => {
    return noteTransformation(runTransformer(current, config, target), originOfPlugin(config))
  }, accumulation.items)
  return { ...accumulation, items }
}

export function runTransformer(items: readonly Item[], config: Item, target: Target): readonly Item[] {
  const transform = findTransformer(config, target)
  return transform === undefined ? items : transform(config.root, items, target).filter(isThere)
}
