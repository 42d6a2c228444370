import { BranchMoved, type Forge, type PullRequest } from './forge.ts'
import type { State } from './format/state.ts'
import { formatTitle, nameChange } from './format/title.ts'
import { type Draft, labels } from './progress/draft-step.ts'

/** Where a step goes. */
export interface Target {
  readonly branch: string
  /** The branch to merge into, and the commit that the step was made on. */
  readonly base: string
  readonly tip: string
}

/** The text of the pull request with this state in it. */
export type Write = (state: State) => string

/**
 * Opens the pull request of a step. Its branch is the lock: of two runs at once one makes it, and who comes late finds
 * what the other has made of it. Throws BranchMoved where the step was there, and gone again, before.
 */
export async function openStep(forge: Forge, target: Target, draft: Draft, write: Write): Promise<PullRequest> {
  const expected = await forge.readBranch(target.branch)
  const commit = await commitStep(forge, target, draft, expected)
  const known = (await forge.listPullRequests(target.branch)).filter(({ branch }) => branch === target.branch)
  const [past] = known
  if (past !== undefined && known.every(({ state }) => state !== 'open')) {
    await forge.closePullRequest(past.number, '') // it is closed: this takes the branch away again
    throw new BranchMoved(target.branch)
  }
  return forge.savePullRequest(describe(target, { ...draft.state, commit }, write))
}

/** Brings an open pull request up to date. While that lasts its text names no commit, so that the next run finishes it. */
export async function renewStep(
  forge: Forge,
  target: Target,
  draft: Draft,
  { head, number }: Pick<PullRequest, 'head' | 'number'>,
  write: Write,
): Promise<PullRequest> {
  await forge.savePullRequest(describe(target, draft.state, write), number)
  const commit = await commitStep(forge, target, draft, head)
  return forge.savePullRequest(describe(target, { ...draft.state, commit }, write), number)
}

function commitStep(forge: Forge, { branch, tip }: Target, { step, state }: Draft, expected: string | undefined) {
  return forge.commit({ branch, parent: tip, expected, message: titleOf(state), changes: step.files })
}

function describe({ branch, base }: Target, state: State, write: Write) {
  return { branch, base, title: titleOf(state), body: write(state), labels }
}

function titleOf({ set, kind, step, of }: State): string {
  return formatTitle({ what: nameChange(set), kind, step, of })
}
