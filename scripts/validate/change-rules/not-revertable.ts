import type { ChangeFinding, ChangeRule, ChangeView } from '../../model/change-view.ts'
import { findMarked } from '../read/find-marked.ts'

export const notRevertable = {
  id: 'not-revertable',
  severity: 'error',
  scope: 'change',
  summary: 'A change can be taken back by reverting its commit.',
  why: 'Rolling back is reverting a commit: what that cannot bring back (data that went, files of a newer version, a claim that grew) needs a backup and a plan before the merge, not after it.',
  fix: 'save what is stored and write down in the pull request how to come back, then accept this',
  *check(change) {
    yield* findMarked(change, change.forward, ['loses-data', 'irreversible'])
    yield* findRefusedReverts(change)
  },
} as const satisfies ChangeRule

/**
 * What applies and whose revert does not, such as a claim that grows. What a revert would delete again is new, so that
 * nothing is lost that was there before; where neither way applies, immutable-field says so.
 */
function* findRefusedReverts(change: ChangeView): Generator<ChangeFinding> {
  const refused = new Set([...findMarked(change, change.forward, ['immutable'])].map(keyOf))
  for (const finding of findMarked(change, change.backward, ['immutable']))
    if (!refused.has(keyOf(finding))) yield { ...finding, message: `a revert would not apply: ${finding.message}` }
}

function keyOf({ cluster, resource }: ChangeFinding): string {
  return JSON.stringify([cluster, resource?.kind, resource?.namespace, resource?.name])
}
