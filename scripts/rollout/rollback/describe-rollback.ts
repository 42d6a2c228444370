import { createHash } from 'node:crypto'
import { longest, quoteCode } from '../../text/markdown-code.ts'
import type { PullRequestDraft } from '../forge.ts'
import { formatState, parseState } from '../state.ts'

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

const rollbackPrefix = 'rollback/'

/** The pull request of a rollback; `changes` tells in so many characters what it changes in the clusters. */
export function describeRollback(
  facts: RollbackFacts,
  changes: (room: number) => string,
): Omit<PullRequestDraft, 'base'> {
  const room = longest - formatBody(facts, '').length
  return {
    branch: nameBranch(facts),
    title: formatTitle(facts),
    body: formatBody(facts, changes(room)),
    labels: ['rollback'],
  }
}

/** One branch for one rollback: made again, it is the same. */
function nameBranch({ commit, only }: Pick<RollbackFacts, 'commit' | 'only'>): string {
  const sites = only === undefined ? '' : `-${createHash('sha256').update(only.join('\n')).digest('hex').slice(0, 8)}`
  return `${rollbackPrefix}${commit.slice(0, 12)}${sites}`
}

/** In one line, and in one line of a list. */
function formatTitle({ subject, only }: Pick<RollbackFacts, 'subject' | 'only'>): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = subject.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  const scope = only === undefined ? '' : only.length === 1 ? ` in ${only[0]}` : ` in ${only.length} clusters`
  return `revert: ${plain.length > 150 ? `${plain.slice(0, 149)}…` : plain}${scope}`
}

/** The text of the pull request: what is taken back, what that changes, and what an incident leaves to be written down. */
function formatBody(facts: RollbackFacts, changes: string): string {
  const { commit, subject, reason, holds } = facts
  return [
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
    formatState({ kind: 'rollback', ...facts }),
  ].join('\n\n')
}

const incident = `- **Seen by, and when:**
- **What failed, where, for whom:**
- **Cause:**
- **Until it was over:**
- **So that it does not come back:**`

/** The facts that a pull request was made from; undefined where it is no rollback. */
export function parseBody(body: string): RollbackFacts | undefined {
  const state = parseState(body) as (Partial<RollbackFacts> & { kind?: unknown }) | undefined
  if (state?.kind !== 'rollback' || typeof state.commit !== 'string') return undefined
  const { commit, subject = '', reason = '', holds = [], only } = state
  return { commit, subject, reason, holds, ...(Array.isArray(only) && { only }) }
}

const describeHold = ({ key, value }: RollbackFacts['holds'][number]) => quoteCode(`${key}: ${String(value)}`)
