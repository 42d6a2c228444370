import { foldChanges } from '../diff/fold-changes.ts'
import { diffTrees } from '../fleet/diff-trees.ts'
import { checkOut, listChanged } from '../git/check-out.ts'
import { findCommit, findMainline, findMergeBase } from '../git/find-commit.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import type { DiffFormat } from '../report/diff/diff-formats.ts'
import { reportDiff } from '../report/diff/report-diff.ts'
import { startProgress } from '../report/progress.ts'
import { formatDiagnostics } from '../report/text.ts'

export interface DiffArguments {
  readonly base?: string
  readonly head?: string
  readonly format: DiffFormat
  readonly all: boolean
}

/** Two commits, or one and the work tree → what changes in the clusters. */
export async function diff({ base, head, format, all }: DiffArguments, environment: Environment): Promise<0 | 1> {
  const { root, hasColor, write, writeError, elapsed } = environment
  const young = await findCommit(root, head ?? 'HEAD')
  const old = await findMergeBase(root, await findCommit(root, base ?? (await findMainline(root)).ref), young)
  const before = await checkOut(root, old)
  const after = head === undefined ? undefined : await checkOut(root, young)
  const progress = startProgress(environment)
  const changed = await listChanged(root, old, head === undefined ? undefined : young)
  const roots = { before: before.root, after: after?.root ?? root }
  const found = diffTrees({ ...roots, changed }, progress.step('kustomizations rendered'))
  progress.end()
  const nameOf = (path: string) => nameIn(path, roots, environment)
  const options = { hasColor, isWhole: all, durationMs: elapsed(), nameOf }
  write(reportDiff(found.diff, foldChanges(found.diff.clusters), format, options))
  for (const checkout of [before, after]) checkout?.remove()
  if (found.diagnostics.length > 0) writeError(formatDiagnostics(found.diagnostics, options))
  return found.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** A file of either side by its path in the repository; one of the earlier side says so. */
function nameIn(path: string, { before, after }: { before: string; after: string }, environment: Environment): string {
  if (path.startsWith(`${before}/`)) return `before: ${namePath({ root: before, cwd: before }, path)}`
  return namePath({ ...environment, root: after }, path)
}
