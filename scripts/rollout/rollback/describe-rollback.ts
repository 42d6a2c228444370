import { createHash } from 'node:crypto'
import { longest, quoteCode } from '../../text/markdown-code.ts'
import type { PullRequestDraft } from '../forge.ts'
import { nameChange } from '../format/title.ts'
import { formatHidden, parseHidden, withoutHidden } from '../hidden-object.ts'

/** A rollback as its pull request tells it. */
export interface RollbackFacts {
  readonly commit: string
  /** The first line of the message of that commit: others wrote it. */
  readonly subject: string
  /** The clusters that it is for; absent: all that the commit reached. */
  readonly only?: readonly string[]
  readonly reason: string
  /** Each value that is not to be proposed again. */
  readonly holds: readonly { readonly key: string; readonly value: unknown }[]
}

const name = 'fogflow-rollback'

/** The pull request of a rollback; `changes` tells in so many characters what it changes in the clusters. */
export function describeRollback(
  facts: RollbackFacts,
  changes: (room: number) => string,
): Omit<PullRequestDraft, 'base'> {
  const room = longest - formatBody(facts, '').length
  return {
    branch: nameBranch(facts),
    title: formatTitle(facts),
    // What looks like our own in what others wrote is made a little longer.
    body: formatBody(facts, withoutHidden(name, changes(room)).slice(0, room)),
    labels: ['rollback'],
  }
}

/** One branch for one rollback: made again, it is the same. */
function nameBranch({ commit, only }: Pick<RollbackFacts, 'commit' | 'only'>): string {
  const sites = only === undefined ? '' : `-${createHash('sha256').update(only.join('\n')).digest('hex').slice(0, 8)}`
  return `rollback/${commit.slice(0, 12)}${sites}`
}

/** In one line, and in one line of a list. */
function formatTitle({ subject, only }: Pick<RollbackFacts, 'subject' | 'only'>): string {
  const [first = ''] = only ?? []
  const scope = only === undefined ? '' : ` in ${only.length === 1 ? nameChange(first, 80) : `${only.length} clusters`}`
  return `revert: ${nameChange(subject, 150)}${scope}`
}

/** The text of the pull request: what is taken back, what that changes, and what an incident leaves to be written down. */
function formatBody(facts: RollbackFacts, changes: string): string {
  const { commit, subject, reason, holds } = facts
  const visible = [
    `Takes back ${commit} (${quoteCode(subject)}).`,
    `**Why:** ${quoteCode(reason)}`,
    ...(holds.length === 0
      ? []
      : [
          `**Held**, so that nobody proposes it again: ${holds.map(describeHold).join(', ')}. Whoever has mended it takes \`rollout.hold\` away.`,
        ]),
    '### What this changes in the clusters',
    changes,
    '### The incident',
    incident,
  ]
  return [withoutHidden(name, visible.join('\n\n')), formatHidden(name, facts)].join('\n\n')
}

const incident = `- **Seen by, and when:**
- **What failed, where, for whom:**
- **Cause:**
- **Until it was over:**
- **So that it does not come back:**`

/** The facts that a pull request was made from; undefined where it is no rollback. */
export function parseBody(body: string): RollbackFacts | undefined {
  const state = parseHidden(name, body) as Partial<RollbackFacts> | undefined
  if (typeof state?.commit !== 'string') return undefined
  const { commit, subject = '', reason = '', holds = [], only } = state
  return { commit, subject, reason, holds, ...(Array.isArray(only) && { only }) }
}

const describeHold = ({ key, value }: RollbackFacts['holds'][number]) => quoteCode(`${key}: ${String(value)}`)
