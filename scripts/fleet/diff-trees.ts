import { join } from 'node:path'
import { affectedClusters } from '../diff/affected-clusters.ts'
import { type Clusters, compareClusters } from '../diff/compare-clusters.ts'
import { findSettingsFiles } from '../load/fleet/find-settings-files.ts'
import { loadClusters } from '../load/load-clusters.ts'
import { mergeLoaded } from '../load/merge-loaded.ts'
import type { FleetDiff } from '../model/change.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/resource.ts'
import { namePath } from '../path/name-path.ts'
import { render } from '../render/render.ts'

/** Two trees of the repository's files, each in a folder (absolute), and what differs between them, by paths from the roots. */
export interface Trees {
  readonly before: string
  readonly after: string
  readonly changed: readonly string[]
}

export interface TreeDiff {
  readonly diff: FleetDiff
  /** What does not build on either side, so that nothing can be said of it. */
  readonly diagnostics: readonly Diagnostic[]
  /** The clusters of the later tree. */
  readonly clusters: readonly string[]
  readonly before: BuiltSide
  readonly after: BuiltSide
}

/** What was compared of a tree. */
interface BuiltSide {
  readonly clusters: Clusters
  readonly diagnostics: readonly Diagnostic[]
}

type Step = (done: number, total: number) => void

/** Renders the clusters that the change of the files can reach, in both trees, and compares what comes out. */
export function diffTrees({ before, after, changed }: Trees, step: Step): TreeDiff {
  const [old, young] = [listClusters(before), listClusters(after)]
  const all = [...new Set([...old, ...young])]
  const reached = new Set(affectedClusters(changed, all))
  const isReached = (name: string) => reached.has(name)
  const sides = [
    renderClusters(before, old.filter(isReached), step),
    renderClusters(after, young.filter(isReached), step),
  ] as const
  const [earlier, later] = keepComparable(...sides)
  const { clusters, unchanged } = compareClusters(earlier, later)
  return {
    diff: { clusters, unchanged: unchanged + all.length - reached.size },
    diagnostics: sides.flatMap(({ diagnostics }) => diagnostics),
    clusters: young,
    before: { clusters: earlier, diagnostics: sides[0].diagnostics },
    after: { clusters: later, diagnostics: sides[1].diagnostics },
  }
}

interface Side {
  readonly clusters: Clusters
  /** The clusters of which something does not build. */
  readonly broken: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

const listClusters = (root: string) => findSettingsFiles(root).clusters.map(({ name }) => name)

function renderClusters(root: string, names: readonly string[], step: Step): Side {
  const nameOf = (path: string) => namePath({ root, cwd: root }, path)
  const loaded = mergeLoaded(names.map(name => loadClusters(join(root, 'clusters', name), nameOf)))
  const rendered = render(loaded.kustomizations, { root, listOthers: () => [], step })
  const clusters = new Map<string, Resource[]>(names.map(name => [name, []]))
  for (const unit of [...rendered.units, ...loaded.units])
    clusters.get(unit.name.replace(/^clusters\//, '').replace(/\/sync$/, ''))?.push(...unit.resources)
  const failed = rendered.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')
  const built = new Set(rendered.units.map(({ name }) => name))
  const broken = names.filter(name => failed.length > 0 && !built.has(`clusters/${name}`))
  return {
    clusters,
    broken: new Set(broken),
    diagnostics: [...loaded.diagnostics, ...failed.map(({ diagnostic }) => diagnostic)],
  }
}

/** A cluster that does not build on one side would look as if all of it came or went. */
function keepComparable(before: Side, after: Side): readonly [Clusters, Clusters] {
  const isWhole = ([name]: readonly [string, unknown]) => !before.broken.has(name) && !after.broken.has(name)
  return [new Map([...before.clusters].filter(isWhole)), new Map([...after.clusters].filter(isWhole))]
}
