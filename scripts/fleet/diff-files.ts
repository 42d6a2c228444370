import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { foldChanges } from '../diff/fold-changes.ts'
import type { CheckOut } from '../git/check-out.ts'
import type { FoldedChange } from '../model/change.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { checkOutFleet } from './check-out-fleet.ts'
import { diffTrees, type TreeDiff } from './diff-trees.ts'
import { write } from './rollback/text-files.ts'

interface FileChange {
  /** From the root, with `/`. */
  readonly path: string
  /** Undefined for one that goes. */
  readonly text: string | undefined
}

export interface FilesDiff extends Pick<TreeDiff, 'diff' | 'diagnostics'> {
  readonly folded: readonly FoldedChange[]
}

/** What some other files on a commit, whose own are in `before`, would change in the clusters. */
export async function diffFiles(
  { root, commit, before }: { readonly root: string; readonly commit: string; readonly before: CheckOut },
  files: readonly FileChange[],
  step: (done: number, total: number) => void,
): Promise<FilesDiff> {
  const after = await checkOutFleet(root, commit)
  try {
    for (const { path, text } of files)
      if (text === undefined) rmSync(join(after.root, path))
      else write(join(after.root, path), text)
    const trees = { before: before.root, after: after.root, changed: files.map(({ path }) => path) }
    const { diff, diagnostics } = diffTrees(trees, step)
    return { diff, diagnostics: diagnostics.map(moveBack), folded: foldChanges(diff.clusters) }
  } finally {
    after.remove()
  }

  /** The folder is gone when somebody reads of its files: what they name is where they came from. */
  function moveBack(diagnostic: Diagnostic): Diagnostic {
    const { source } = diagnostic
    if (source === undefined || !source.file.startsWith(`${after.root}/`)) return diagnostic
    return { ...diagnostic, source: { ...source, file: before.root + source.file.slice(after.root.length) } }
  }
}
