import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Position, positionOf } from 'kustomize-ts'
import { type Clusters, compareClusters } from '../diff/compare-clusters.ts'
import { findResource } from '../diff/find-resource.ts'
import type { ChangeView } from '../model/change-view.ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Skipped } from '../model/loaded.ts'
import type { Rendered } from '../model/rendered.ts'
import { namePath } from '../path/name-path.ts'
import { judgeChange } from '../validate/judge-change.ts'
import { diffTrees } from './diff-trees.ts'
import { largestWave } from './largest-wave.ts'

/** The state of the repository before a change. */
export interface EarlierTree {
  /** What its user calls it. */
  readonly name: string
  /** The folder that it is in, absolute. */
  readonly root: string
  /** The files that are other now, from the root. */
  readonly changed: readonly string[]
  /** The codes of findings that a person has accepted. */
  readonly accepted: ReadonlySet<string>
}

export interface ChangeJudgement {
  readonly diagnostics: Rendered['diagnostics']
  readonly skipped: readonly Skipped[]
}

/** Judges what became of an earlier tree: the clusters, as they are now, stand in `root`. */
export function compareWithEarlier(
  earlier: EarlierTree,
  { root, clusters }: { readonly root: string; readonly clusters: readonly Cluster[] },
  step: (done: number, total: number) => void,
): ChangeJudgement {
  const { name, changed, accepted } = earlier
  const { before, after, diff } = diffTrees({ before: earlier.root, after: root, changed }, step)
  const view: ChangeView = {
    forward: diff.clusters,
    backward: compareClusters(after.clusters, before.clusters).clusters,
    largestWave: largestWave(clusters),
    sharedFiles: listShared(earlier, root),
    placeOf: (cluster, id, { path }) => locate(after.clusters, cluster, id, path),
    placeIn: path => ({ file: join(root, path), line: 1, column: 1 }),
  }
  return {
    diagnostics: judgeChange(view, accepted),
    skipped: listUnbuilt(before.diagnostics, earlier.root).map(what => ({
      what,
      reason: `at ${name} it cannot be read or built, so that nothing was compared with it`,
    })),
  }
}

function locate(
  clusters: Clusters,
  cluster: string,
  id: Parameters<typeof findResource>[1],
  path: readonly (string | number)[] = ['metadata', 'name'],
): Position | undefined {
  const resource = findResource(clusters.get(cluster) ?? [], id)
  if (resource === undefined) return undefined
  const { file, line, column } = positionOf(resource.root, path)
  return { file, line, column }
}

/** Those that were there before come first: a new file does nothing by itself. */
function listShared({ root: before, changed }: EarlierTree, root: string): readonly string[] {
  const shared = changed.filter(file => /^(base|overlays)\/|^clusters\/(.+\/)?defaults\.yaml$/.test(file))
  const present = shared.filter(file => existsSync(join(root, file)))
  const isOld = (file: string) => existsSync(join(before, file))
  return [...present.filter(isOld), ...present.filter(file => !isOld(file))]
}

function listUnbuilt(diagnostics: readonly Diagnostic[], root: string): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return [...new Set(errors.map(({ source, code }) => (source ? namePath({ root, cwd: root }, source.file) : code)))]
}
