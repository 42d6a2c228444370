import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '../load/read-text.ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Whereabouts } from '../model/environment.ts'
import type { Rendered } from '../model/rendered.ts'
import { namePath } from '../path/name-path.ts'
import { judgeReach } from './judge-reach.ts'

/** Where the repository says who may talk to whom. */
export const reachabilityFile = 'docs/reachability.md'

export interface CheckOptions {
  readonly clusters: readonly Cluster[]
  /** Whether the run has all of the repository. */
  readonly isWhole: boolean
}

/** What the manifests permit against what docs/reachability.md says they do. A note says so where it says nothing. */
export function checkReach(
  { units, isWhole: isBuilt }: Rendered,
  { clusters, isWhole }: CheckOptions,
  environment: Whereabouts,
): { readonly diagnostics: readonly Diagnostic[]; readonly notes: readonly string[] } {
  const file = join(environment.root, reachabilityFile)
  const isConcerned = units.some(({ kind, name }) => kind === 'cluster' || name.startsWith('overlays/'))
  if (!isConcerned) return { diagnostics: [], notes: [] }
  if (!existsSync(file))
    return { diagnostics: [], notes: [`there is no ${reachabilityFile}: who may talk to whom was not compared`] }
  const read = readText(file)
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic], notes: [] }
  const placeOf = (place: { readonly file: string; readonly line: number; readonly column: number }) =>
    `${namePath(environment, place.file)}:${place.line}:${place.column}`
  const document = { file, text: read.text }
  return { diagnostics: judgeReach(units, document, { clusters, isWhole: isWhole && isBuilt, placeOf }), notes: [] }
}
