import type { Target, Transform } from '../build/target.ts'
import type { Item } from '../model/item.ts'
import type { ScalarNode } from '../model/node.ts'
import type { Resource } from '../model/resource.ts'
import { findTarget } from '../patch/find-target.ts'
import { fileSource, placesIn } from '../patch/patch-source.ts'
import { readResources } from '../read/read-resources.ts'
import { patchSelected } from './patches.ts'

const patchOptions = { otherKeys: 'keep', duplicateKeys: 'adapted-patch' } as const
const keepNames = { allowNameChange: false, allowKindChange: false }

/** `patchesStrategicMerge`: each entry is a patch, or the path of a file of patches. */
export const transformPatchesStrategicMerge: Transform = target => {
  const { patchesStrategicMerge = [] } = target.kustomization.fields
  return patchesStrategicMerge.length === 0 ? [] : [items => mergePatches(items, patchesStrategicMerge, target)]
}

/** Applies the patches of all entries, each a patch or the path of a file of patches. There must be some. */
export function mergePatches(items: readonly Item[], entries: readonly ScalarNode[], target: Target): readonly Item[] {
  const patches = entries.flatMap(entry => readPatches(entry, target))
  if (patches.length === 0) reportEmpty(entries, target)
  return patches.reduce((patched, patch) => {
    const found = findTarget(patch, patched, target.build)
    return found === undefined ? patched : patchSelected(patched, patch, new Set([found]), keepNames, target.build)
  }, items)
}

/** An entry is inline when it can be read as resources. */
function readPatches(entry: ScalarNode, { loader, build }: Target): readonly Resource[] {
  const read = readResources(entry.text, entry.at.file, { ...placesIn(entry), ...patchOptions })
  if (!read.diagnostics.some(diagnostic => diagnostic.severity === 'error')) {
    read.diagnostics.forEach(build.report)
    return read.resources
  }
  if (entry.text.includes('\n')) {
    read.diagnostics.forEach(build.report)
    return []
  }
  const source = fileSource(entry, loader)
  if (source === undefined) return []
  const { resources, diagnostics } = readResources(source.text, source.file, patchOptions)
  diagnostics.forEach(build.report)
  return resources
}

function reportEmpty([first]: readonly ScalarNode[], { build }: Target): void {
  if (first === undefined || build.hasFailed()) return
  build.report({
    code: 'empty-patch',
    severity: 'error',
    message: 'patch appears to be empty',
    fix: 'write the patch, or remove the entry',
    source: first.at,
  })
}
