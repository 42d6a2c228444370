import type { GeneratorOptions } from '../kustomization/fields.ts'
import type { ScalarNode } from '../model/node.ts'
import type { Position } from '../model/position.ts'

type Texts = ReadonlyMap<string, ScalarNode>

export interface MergedOptions {
  readonly labels: Texts
  readonly annotations: Texts
  readonly disableNameSuffixHash: boolean
  /** The place that makes the object immutable, if one does. */
  readonly immutable: Position | undefined
}

/** `generatorOptions` fill in what a generator's own `options` lack; what one of them switches on stays on. */
export function mergeOptions(own: GeneratorOptions | undefined, shared: GeneratorOptions | undefined): MergedOptions {
  return {
    labels: mergeTexts(own?.labels, shared?.labels),
    annotations: mergeTexts(own?.annotations, shared?.annotations),
    disableNameSuffixHash: own?.disableNameSuffixHash === true || shared?.disableNameSuffixHash === true,
    immutable: [own, shared].find(options => options?.immutable === true)?.keys.get('immutable'),
  }
}

function mergeTexts(own: Texts = new Map(), shared: Texts = new Map()): Texts {
  return new Map([...shared, ...own])
}
