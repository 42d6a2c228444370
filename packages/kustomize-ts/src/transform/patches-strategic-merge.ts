import type { Target, Transform } from '../build/target.ts'
import type { ScalarNode } from '../model/node.ts'
import type { Resource } from '../model/resource.ts'
import { findTarget } from '../patch/find-target.ts'
import { fileSource, inlineSource } from '../patch/patch-source.ts'
import { readResources } from '../read/read-resources.ts'
import { patchSelected } from './patches.ts'

const keepNames = { allowNameChange: false, allowKindChange: false }

/** `patchesStrategicMerge`: each entry is a patch, or the path of a file of patches. */
export const transformPatchesStrategicMerge: Transform = (items, target) => {
  const { patchesStrategicMerge = [] } = target.kustomization.fields
  const patches = patchesStrategicMerge.flatMap(entry => readPatches(entry, target))
  if (patchesStrategicMerge.length > 0 && patches.length === 0) reportEmpty(patchesStrategicMerge, target)
  return patches.reduce((patched, patch) => {
    const found = findTarget(patch, patched, target.build)
    return found === undefined ? patched : patchSelected(patched, patch, new Set([found]), keepNames, target.build)
  }, items)
}

/** An entry is inline when it can be read as resources. */
function readPatches(entry: ScalarNode, { loader, build }: Target): readonly Resource[] {
  const inline = inlineSource(entry)
  const read = readResources(entry.text, inline.file, inline.places)
  if (!read.diagnostics.some(diagnostic => diagnostic.severity === 'error')) return read.resources
  if (entry.text.includes('\n')) {
    read.diagnostics.forEach(build.report)
    return []
  }
  const source = fileSource(entry, loader)
  if (source === undefined) return []
  const { resources, diagnostics } = readResources(source.text, source.file)
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
