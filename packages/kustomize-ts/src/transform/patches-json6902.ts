import type { BuildContext, Target, Transform } from '../build/target.ts'
import type { Patch } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import { applyJson } from '../patch/apply-json.ts'
import { parseOperations } from '../patch/parse-patch.ts'
import { fileSource, type PatchSource, placesIn } from '../patch/patch-source.ts'
import { selectTargets } from '../patch/select-targets.ts'

/** `patchesJson6902`: JSON patches with a target that has a name. */
export const transformPatchesJson6902: Transform = target =>
  (target.kustomization.fields.patchesJson6902 ?? []).map(entry => items => applyJsonEntry(items, entry, target))

export function applyJsonEntry(items: readonly Item[], entry: Patch, { loader, build }: Target): readonly Item[] {
  const { target } = entry
  if (target === undefined || (target.name?.text ?? '') === '') {
    return refuse(items, entry, 'json-patch-without-target', 'must specify the target name', 'add `target.name`', build)
  }
  const source = chooseSource(entry, loader.report, path => fileSource(path, loader))
  const patch = source === undefined ? undefined : parseOperations(source, build.report)
  if (patch === undefined || patch.kind !== 'json') return items
  const { operations } = patch
  if (operations.length === 0) {
    return refuse(items, entry, 'empty-patch', 'patch appears to be empty', 'write its operations', build)
  }
  const targets = selectTargets(items, target, build)
  return items.map(item => (targets.has(item) ? applyJson(item, operations, false, build) : item))
}

function chooseSource(
  { path, patch, at }: Patch,
  report: BuildContext['report'],
  read: (path: Patch['path'] & object) => PatchSource | undefined,
): PatchSource | undefined {
  const hasPath = path !== undefined && path.text !== ''
  const hasPatch = patch !== undefined && patch.text !== ''
  if (hasPath && !hasPatch) return read(path)
  // Not trimmed, other than in `patches`: a block at its end keeps its last line end.
  if (hasPatch && !hasPath) return { text: patch.text, file: patch.at.file, places: placesIn(patch) }
  const message = hasPath ? 'must specify a file path or jsonOp, not both' : 'empty file path and empty jsonOp'
  report({ code: hasPath ? 'patch-and-path' : 'no-patch', severity: 'error', message, fix: 'keep one', source: at })
  return undefined
}

function refuse(
  items: readonly Item[],
  entry: Patch,
  code: string,
  message: string,
  fix: string,
  build: BuildContext,
): readonly Item[] {
  build.report({ code, severity: 'error', message, fix, source: entry.at })
  return items
}
