import { checkUnique } from '../accumulate/accumulation.ts'
import type { BuildContext, Target, Transform } from '../build/target.ts'
import type { Operation } from '../json6902/operation.ts'
import type { Patch } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { MapNode, ScalarNode } from '../model/node.ts'
import type { Resource } from '../model/resource.ts'
import { setEntry } from '../node/set-text.ts'
import { adaptPatch } from '../patch/adapt-patch.ts'
import { applyJson } from '../patch/apply-json.ts'
import { applyStrategic, type ChangeOptions } from '../patch/apply-strategic.ts'
import { findTarget } from '../patch/find-target.ts'
import { parsePatch } from '../patch/parse-patch.ts'
import { readPatchSource } from '../patch/patch-source.ts'
import { selectTargets } from '../patch/select-targets.ts'
import { settleAnnotations } from '../patch/settle-annotations.ts'

/** `patches`: strategic merges and JSON patches, whichever the content is, for selected targets or for named ones. */
export const transformPatches: Transform = target =>
  (target.kustomization.fields.patches ?? []).map(entry => items => applyPatch(items, entry, target))

export function applyPatch(items: readonly Item[], entry: Patch, { loader, build }: Target): readonly Item[] {
  const source = readPatchSource(entry, loader)
  const patch = source === undefined ? undefined : parsePatch(source, entry.target !== undefined, build.report)
  if (patch === undefined) return items
  return patch.kind === 'json'
    ? patchWithJson(items, patch.operations, entry, build)
    : patchStrategically(items, patch.resources, entry, build)
}

function patchStrategically(
  items: readonly Item[],
  patches: readonly Resource[],
  entry: Patch,
  build: BuildContext,
): readonly Item[] {
  const options: ChangeOptions = {
    allowNameChange: entry.options?.allowNameChange === true,
    allowKindChange: entry.options?.allowKindChange === true,
  }
  const { target } = entry
  if (target === undefined) return patches.reduce((patched, patch) => patchNamed(patched, patch, options, build), items)
  const [patch] = patches
  if (patch === undefined) return items
  if (patches.length > 1) {
    build.report({
      code: 'patches-with-one-target',
      severity: 'error',
      message: 'Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set `patches.target` field',
      fix: 'make each of them an entry of its own',
      source: target.at,
    })
    return items
  }
  return patchSelected(items, patch, selectTargets(items, target, build), options, build)
}

/** Applies a patch to the item that its own id names. */
function patchNamed(items: readonly Item[], patch: Resource, options: ChangeOptions, build: BuildContext) {
  const target = findTarget(patch, items, build)
  if (target === undefined) return items
  const patched = applyStrategic(target, settleAnnotations(patch.root, target), options, build)
  return items.flatMap(item => (item === target ? (patched ?? []) : item))
}

/** Applies a patch to chosen items; afterwards, even where none was chosen, no two may have one id. */
export function patchSelected(
  items: readonly Item[],
  patch: Resource,
  targets: ReadonlySet<Item>,
  options: ChangeOptions,
  build: BuildContext,
): readonly Item[] {
  const patched = items.flatMap(item =>
    targets.has(item) ? (patchChosen(item, patch.root, options, build) ?? []) : item,
  )
  checkUnique(patched, build)
  return patched
}

/** Kustomize gives the patch the apiVersion of its target; where there is none, that ends as a null in the target. */
function patchChosen(item: Item, patch: MapNode, options: ChangeOptions, build: BuildContext): Item | undefined {
  const version = item.root.entries.get('apiVersion')?.value
  const patched = applyStrategic(item, adaptPatch(patch, item.root), options, build)
  if (patched === undefined || (version !== undefined && !(version.kind === 'scalar' && version.tag === 'null')))
    return patched
  const absent: ScalarNode = { kind: 'scalar', tag: 'null', text: '', at: item.root.at }
  return { ...patched, root: setEntry(patched.root, 'apiVersion', absent, item.root.at) }
}

function patchWithJson(
  items: readonly Item[],
  operations: readonly Operation[],
  entry: Patch,
  build: BuildContext,
): readonly Item[] {
  const { target } = entry
  if (target === undefined) {
    build.report({
      code: 'json-patch-without-target',
      severity: 'error',
      message: 'must specify a target for JSON patch',
      fix: 'add `target` with the kind and name of what it changes',
      source: entry.at,
    })
    return items
  }
  const targets = selectTargets(items, target, build)
  return items.map(item => (targets.has(item) ? applyJson(item, operations, true, build) : item))
}
