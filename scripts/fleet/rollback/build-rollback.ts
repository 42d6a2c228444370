import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckOut, checkOut, listChanged } from '../../git/check-out.ts'
import { readFiles } from '../../git/read-files.ts'
import { revertTree } from '../../git/revert-tree.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { editSettings, type SettingsEdit } from '../../settings/edit-settings.ts'
import { planFleet, readFleet } from '../plan-fleet.ts'
import { describeConflict } from './describe-conflict.ts'
import { findHolds, type Hold, toEdit } from './find-holds.ts'
import { isGeneratedFile, isSettingsFile } from './kinds-of-files.ts'
import { copy, read, write } from './text-files.ts'
import { undoSites } from './undo-sites.ts'

export interface RollbackOptions {
  /** The clone. */
  readonly root: string
  /** The commit that the rollback starts from, which has `commit`. */
  readonly tip: string
  readonly commit: string
  /** The clusters to take it back for; absent: all of it is taken back. */
  readonly only?: readonly string[]
  /** Why the value must not come back, for whoever reads the hold. */
  readonly reason: string
}

/** The tree that a rollback leads to, beside the one it starts from, both in temporary folders. */
export interface Rollback {
  readonly before: CheckOut
  readonly after: CheckOut
  /** The files that differ, by their paths from the root; undefined for one that goes. */
  readonly changes: ReadonlyMap<string, string | undefined>
  /** Each value that is held, once. */
  readonly holds: readonly Hold[]
  /** What keeps the rollback from being made: conflicts, and settings with errors. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Takes a commit back and generates what follows from it. Nothing in the clone is touched. */
export async function buildRollback(options: RollbackOptions): Promise<Rollback> {
  const before = await checkOut(options.root, options.tip)
  const undone = options.only === undefined ? await undoAll(options, before) : await undoSome(options, options.only)
  const { after, edits } = undone
  const isWhole = undone.diagnostics.length === 0
  for (const [path, list] of isWhole ? edits : []) edit(after.root, path, list)
  const { paths, diagnostics } = isWhole ? regenerate(after.root) : undone
  const touched = new Set([...undone.paths, ...edits.keys(), ...paths])
  return { before, after, changes: listDifferences(touched, before, after), holds: holdsOf(edits), diagnostics }
}

interface Undone {
  readonly after: CheckOut
  /** The files that may differ from those of the tip. */
  readonly paths: readonly string[]
  /** What is still to be written into settings files. */
  readonly edits: ReadonlyMap<string, readonly SettingsEdit[]>
  readonly diagnostics: readonly Diagnostic[]
}

async function undoAll({ root, tip, commit, reason }: RollbackOptions, before: CheckOut): Promise<Undone> {
  const reverted = await revertTree(root, tip, commit)
  const after = await checkOut(root, reverted.tree, reverted.env)
  const paths = await listChanged(root, tip, reverted.tree, reverted.env)
  reverted.remove()
  // What is generated follows from the settings: merged line by line it would be nobody's.
  for (const path of paths.filter(isGeneratedFile)) copy(path, before.root, after.root)
  const conflicts = reverted.conflicts.filter(path => !isGeneratedFile(path))
  const holds = await findHoldsOf(root, commit)
  const edits = [...holds].map(([path, hold]) => [path, [toEdit(hold, reason)]] as const)
  return {
    ...{ after, paths },
    edits: new Map(edits.filter(([path]) => existsSync(join(after.root, path)))),
    diagnostics: conflicts.map(path => describeConflict(join(after.root, path))),
  }
}

async function findHoldsOf(root: string, commit: string): Promise<ReadonlyMap<string, Hold>> {
  const files = (await listChanged(root, `${commit}^1`, commit)).filter(isSettingsFile)
  return findHolds(await readFiles(root, `${commit}^1`, files), await readFiles(root, commit, files))
}

async function undoSome({ root, tip, commit, reason }: RollbackOptions, sites: readonly string[]): Promise<Undone> {
  const trees = await Promise.all([`${commit}^1`, commit, tip].map(tree => checkOut(root, tree)))
  const [old, young, after] = trees as [CheckOut, CheckOut, CheckOut]
  const [before, behind, now] = trees.map(tree => readFleet(tree.root).fleet)
  for (const tree of [old, young]) tree.remove()
  if (!before || !behind || !now) throw new Error('a tree of the history has no fleet')
  return { after, paths: [], ...undoSites(sites, { before, after: behind, now }, reason) }
}

function edit(root: string, path: string, edits: readonly SettingsEdit[]): void {
  const file = join(root, path)
  write(file, editSettings(read(file) ?? '', edits))
}

/** Generates in the folder, and says what that changed. */
function regenerate(root: string): { readonly paths: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const { fleet, diagnostics, isUsable } = readFleet(root)
  if (!isUsable) return { paths: [], diagnostics }
  const plan = planFleet(fleet)
  for (const [path, text] of plan.writes) write(join(root, path), text)
  for (const path of plan.deletes) rmSync(join(root, path))
  return { paths: [...plan.writes.keys(), ...plan.deletes], diagnostics: plan.diagnostics }
}

function listDifferences(paths: ReadonlySet<string>, before: CheckOut, after: CheckOut): Rollback['changes'] {
  const texts = [...paths]
    .sort()
    .map(path => [path, read(join(before.root, path)), read(join(after.root, path))] as const)
  return new Map(texts.filter(([, old, young]) => old !== young).map(([path, , young]) => [path, young]))
}

function holdsOf(edits: Undone['edits']): readonly Hold[] {
  const holds = [...edits.values()].flat().filter(({ path }) => path.join('.') === 'rollout.hold')
  return [
    ...new Map(
      holds.map(({ value }) => [JSON.stringify([(value as Hold).key, (value as Hold).value]), value as Hold]),
    ).values(),
  ]
}
