import { CannotFinish } from '../model/cannot-finish.ts'

/** One file of a commit; `text` is undefined for one that goes. */
export interface FileChange {
  /** From the repository's root, with `/`. */
  readonly path: string
  readonly text: string | undefined
}

export interface NewCommit {
  readonly branch: string
  /** The commit that the new one is made on. */
  readonly parent: string
  /** What the branch ended in when it was looked at; undefined where it did not exist. Anything else now, and nothing is written. */
  readonly expected: string | undefined
  readonly message: string
  readonly changes: readonly FileChange[]
}

export interface PullRequestDraft {
  readonly branch: string
  /** The branch to merge into. */
  readonly base: string
  readonly title: string
  /** At most 65,536 characters. */
  readonly body: string
  readonly labels: readonly string[]
}

export interface PullRequest extends PullRequestDraft {
  readonly number: number
  readonly url: string
  readonly state: 'open' | 'closed' | 'merged'
  /** The commit that its branch ends in. */
  readonly head: string
  /** Of a merged one: the commit on the base branch, and when it came there (ISO 8601). */
  readonly mergeCommit?: string
  readonly mergedAt?: string
}

/** What the checks of a commit came to, all of them taken together; `none` where nothing checks it. */
export type Checks = 'success' | 'pending' | 'failure' | 'none'

/**
 * The place where pull requests are made. Every call either takes effect whole or throws CannotFinish with a sentence
 * for people; a call that is made again changes nothing a second time.
 */
export interface Forge {
  /** The commit that a branch ends in; undefined where there is no such branch. */
  readBranch(branch: string): Promise<string | undefined>
  /** Makes one commit and lets the branch end in it. Throws BranchMoved where somebody else was there first. */
  commit(commit: NewCommit): Promise<string>
  /** The pull requests of branches that begin with the prefix, the newest first. */
  listPullRequests(branchPrefix: string): Promise<readonly PullRequest[]>
  /**
   * Opens a pull request, or brings the open one of this branch up to date. With the number of one that is expected
   * to be open it opens none: it throws BranchMoved where that one is not open any more.
   */
  savePullRequest(draft: PullRequestDraft, expected?: number): Promise<PullRequest>
  /** Closes a pull request with a comment that says why, and deletes its branch. */
  closePullRequest(number: number, comment: string): Promise<void>
  readChecks(commit: string): Promise<Checks>
}

/** The branch is not where it was: two runs at once, or a person. Nothing was written over it. */
export class BranchMoved extends CannotFinish {
  constructor(branch: string) {
    super(
      `the branch ${JSON.stringify(branch)} is not where it was a moment ago: another run or a person was there first; nothing was written over it; run this again`,
    )
  }
}
