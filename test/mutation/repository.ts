import { createJudge } from './judge.ts'
import { listOverlays, readSources } from './sources.ts'
import type { Repository } from './trial.ts'

/** The repository as it lies on the disk, every overlay validated once. */
export function openRepository(root: string): Repository {
  const sources = readSources(root)
  const judge = createJudge(root, sources)
  return { sources, judge, baseline: new Map(listOverlays(sources, root).map(overlay => [overlay, judge(overlay)])) }
}
