import type { BuildContext, Target, Transform } from '../build/target.ts'
import type { Replacement } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import { findSource } from '../replacement/find-source.ts'
import { readReplacements } from '../replacement/read-replacements.ts'
import { replaceIn } from '../replacement/replace-in.ts'

/** `replacements`: each copies a value from a field, or one that it names, into fields of the targets it selects. */
export const transformReplacements: Transform = target => {
  const { replacements = [] } = target.kustomization.fields
  return replacements.length === 0 ? [] : [items => applyReplacements(items, readEntries(target), target.build)]
}

function readEntries({ kustomization, loader }: Target): readonly Replacement[] {
  return (kustomization.fields.replacements ?? []).flatMap(entry => readReplacements(entry, loader))
}

export function applyReplacements(
  items: readonly Item[],
  replacements: readonly Replacement[],
  build: BuildContext,
): readonly Item[] {
  return replacements.reduce((replaced, replacement) => {
    const { targets } = replacement
    if (targets === undefined || (replacement.source === undefined && replacement.sourceValue === undefined)) {
      build.report({
        code: 'incomplete-replacement',
        severity: 'error',
        message: 'replacements must specify a source and at least one target',
        fix: 'add what is missing',
        source: replacement.at,
      })
      return replaced
    }
    const copied = findSource(replacement, replaced, build)
    if (copied === undefined) return replaced
    return targets.reduce((current, target) => replaceIn(current, copied, target, build), replaced)
  }, items)
}
