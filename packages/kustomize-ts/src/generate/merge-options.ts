import type { GeneratorOptions } from '../kustomization/fields.ts'
import type { ScalarNode } from '../model/node.ts'

type Texts = ReadonlyMap<string, ScalarNode>

export interface MergedOptions {
  readonly labels: Texts
  readonly annotations: Texts
  readonly disableNameSuffixHash: boolean
  readonly immutable: boolean
}

/** `generatorOptions` fill in what a generator's own `options` lack; what one of them switches on stays on. */
export function mergeOptions(own: GeneratorOptions | undefined, shared: GeneratorOptions | undefined): MergedOptions {
  return {
    labels: mergeTexts(own?.labels, shared?.labels),
    annotations: mergeTexts(own?.annotations, shared?.annotations),
    disableNameSuffixHash: own?.disableNameSuffixHash === true || shared?.disableNameSuffixHash === true,
    immutable: own?.immutable === true || shared?.immutable === true,
  }
}

function mergeTexts(own: Texts = new Map(), shared: Texts = new Map()): Texts {
  return new Map([...shared, ...own])
}
