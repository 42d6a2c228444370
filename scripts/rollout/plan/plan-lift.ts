import { isDeepStrictEqual } from 'node:util'
import { parseDocument } from 'yaml'
import type { Cluster } from '../../model/cluster.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import { editSettings } from '../../settings/edit-settings.ts'
import type { FileChange } from '../forge.ts'
import { type Change, currentOf, isDone } from './change.ts'
import { listChanges } from './list-changes.ts'

/**
 * Moves a value that all clusters below a defaults.yaml have into it, and takes it out of theirs: the files to change, in
 * lists of at most `most`. Nothing that is generated changes by it, and where something would, nothing is moved.
 */
export function planLift(
  tree: FleetTree,
  change: Change,
  targets: ReadonlySet<string>,
  most: number,
): readonly (readonly FileChange[])[] {
  const lists = findFolders(tree, change, targets).map(folder => liftInto(folder, tree, change))
  const files = lists.flat()
  const count = Math.ceil(files.length / most)
  return Array.from({ length: count }, (_, at) => files.slice(at * most, (at + 1) * most))
}

/** The topmost folders with a defaults.yaml of which all clusters are targets and have the same value by now. */
function findFolders({ fleet, defaults }: FleetTree, change: Change, targets: ReadonlySet<string>): readonly string[] {
  const folders = defaults.map(file => file.replace(/defaults\.yaml$/, ''))
  const isWhole = (folder: string) => {
    const inside = fleet.clusters.filter(({ name }) => `clusters/${name}/`.startsWith(folder))
    const [first] = inside
    return (
      first !== undefined && inside.every(one => targets.has(one.name) && isDone(change, one) && hasSame(one, first))
    )
  }
  const hasSame = (one: Cluster, other: Cluster) => isDeepStrictEqual(currentOf(change, one), currentOf(change, other))
  const whole = folders.filter(isWhole)
  return whole.filter(folder => !whole.some(above => above !== folder && folder.startsWith(above)))
}

function liftInto(folder: string, tree: FleetTree, change: Change): readonly FileChange[] {
  const inside = tree.fleet.clusters.filter(({ name }) => `clusters/${name}/`.startsWith(folder))
  const nearer = tree.defaults.filter(file => file.startsWith(folder) && file !== `${folder}defaults.yaml`)
  const below = [...nearer, ...inside.map(({ name }) => `clusters/${name}/cluster.yaml`)]
  const removed = below.flatMap(path => edit(tree, path, change, undefined))
  const [first] = inside
  if (first === undefined || removed.length === 0) return []
  const lifted = edit(tree, `${folder}defaults.yaml`, change, currentOf(change, first))
  const texts = new Map([...lifted, ...removed])
  const after = tree.write(texts)
  const files = listChanges(tree, after, [...texts.keys()])
  const hasError = after.diagnostics.some(({ severity }) => severity === 'error')
  const isQuiet = files.every(({ path }) => texts.has(path) || !path.startsWith('clusters/'))
  return isQuiet && !hasError ? files : []
}

function edit(tree: FleetTree, path: string, change: Change, value: unknown): readonly (readonly [string, string])[] {
  const before = tree.textOf(path)
  if (value === undefined && !parseDocument(before).hasIn(change.path)) return []
  const text = editSettings(before, [{ path: change.path, value }])
  return text === before ? [] : [[path, text]]
}
