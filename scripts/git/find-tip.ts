import { tryGit } from './git.ts'

/** The commit that a branch of a repository ends in. */
export interface Tip {
  readonly commit: string
  /** Who said so: the repository itself, or what the last fetch of this clone left. */
  readonly isFresh: boolean
}

/**
 * What a branch ends in, asked where the engine asks, else at `origin` (the same repository by another address, or with
 * other credentials), else as of the last fetch.
 */
export async function findTip(root: string, url: string, branch: string): Promise<Tip | undefined> {
  for (const remote of [url, 'origin']) {
    const answer = await tryGit(root, 'ls-remote', '--exit-code', remote, `refs/heads/${branch}`)
    const commit = /^[0-9a-f]{40,64}/.exec(answer ?? '')?.[0]
    if (commit !== undefined) return { commit, isFresh: true }
  }
  const fetched = await tryGit(root, 'rev-parse', '--verify', '--quiet', `refs/remotes/origin/${branch}`)
  return fetched === undefined ? undefined : { commit: fetched, isFresh: false }
}
