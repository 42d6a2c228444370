import type { Target } from '../build/target.ts'
import type { Accumulation } from './accumulation.ts'
import { runTransformer } from './apply-plugins.ts'
import { checkUnchanged } from './check-unchanged.ts'
import { gatherConfigs } from './gather-configs.ts'

/** The objects of `validators`: transformers that may fail, and change nothing. */
export function validate(accumulation: Accumulation, target: Target): Accumulation {
  for (const config of gatherConfigs(target.kustomization.fields.validators, target)) {
    const { items } = accumulation
    checkUnchanged(items, runTransformer(items, config, target), config, target.build)
  }
  return accumulation
}
