import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Cluster } from '../../model/cluster.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import { editSettings } from '../../settings/edit-settings.ts'
import type { FileChange } from '../forge.ts'
import { type Change, nextValueOf } from './change.ts'
import { listChanges } from './list-changes.ts'
import type { Step } from './plan.ts'

/** GitHub shows no more files of a pull request (docs.github.com/rest/pulls/pulls, "List pull requests files"). */
export const mostFiles = 3_000
/** So that the names of a step's clusters leave room in the text of its pull request. */
const mostLetters = 30_000

const nameOf = ({ name }: Cluster) => name
const fileOf = (name: string) => `clusters/${name}/cluster.yaml`

/** As many of the clusters as fit into one pull request. */
export function planWave(
  tree: FleetTree,
  change: Change,
  wanted: readonly Cluster[],
  index: number,
): { readonly step: Step; readonly after: FleetTree } {
  let clusters = cutNames(wanted)
  while (true) {
    const after = tree.write(
      new Map(clusters.map(cluster => [fileOf(cluster.name), writeValue(tree, change, cluster)])),
    )
    const files = listChanges(
      tree,
      after,
      clusters.map(({ name }) => fileOf(name)),
    )
    if (files.length > mostFiles && clusters.length > 1) {
      clusters = clusters.slice(0, Math.max(1, Math.floor((clusters.length * mostFiles) / files.length)))
      continue
    }
    const names = clusters.map(nameOf)
    const own = new Set(names)
    const alsoChanged = namesIn(files, tree).filter(name => !own.has(name))
    return { step: { kind: 'wave', index, clusters: names, alsoChanged, files }, after }
  }
}

function cutNames(clusters: readonly Cluster[]): readonly Cluster[] {
  let letters = 0
  const end = clusters.findIndex(({ name }) => {
    letters += name.length + 3
    return letters > mostLetters
  })
  return end < 0 ? clusters : clusters.slice(0, Math.max(1, end))
}

function writeValue(tree: FleetTree, change: Change, cluster: Cluster): string {
  const file = fileOf(cluster.name)
  const refuse = () =>
    new CannotFinish(
      `${file}: ${change.key} cannot be written there, it stands behind an alias: write that out by hand`,
    )
  try {
    return editSettings(tree.textOf(file), [{ path: change.path, value: nextValueOf(change, cluster) }])
  } catch {
    throw refuse() // the library refuses what goes through an alias
  }
}

/** The clusters to which the files belong. */
export function namesIn(files: readonly FileChange[], { fleet }: FleetTree): readonly string[] {
  const known = new Set(fleet.clusters.map(nameOf))
  const names = files.flatMap(({ path }) => {
    const parts = path.split('/').slice(1, -1)
    const name = parts.map((_, at) => parts.slice(0, at + 1).join('/')).find(folder => known.has(folder))
    return name === undefined ? [] : [name]
  })
  return [...new Set(names)].sort()
}
