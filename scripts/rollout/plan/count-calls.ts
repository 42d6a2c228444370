import type { Step } from './plan.ts'

/** Requests to GitHub's REST API. */
export interface Calls {
  readonly reads: number
  /** Those that create content, of which GitHub allows fewer. */
  readonly writes: number
}

/** docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api: the least for an app, and its content limit. */
export const limitsPerHour = { all: 5_000, writes: 500 } as const

/** A tree is sent in parts of so many files. */
const filesPerTree = 1_000

/**
 * What the run that opens a step asks of GitHub: the pull requests (a call a hundred of them), the main branch, the checks
 * of the merge before (two lists), the step's branch, the commit to start from, and what is there by then (two lists);
 * then trees, commit, branch, pull request and its label.
 */
export function countCalls({ files }: Step): Calls {
  return { reads: 8, writes: Math.ceil(files.length / filesPerTree) + 4 }
}
