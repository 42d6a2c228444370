import type { Endpoint } from '../endpoint.ts'
import { findPull } from '../find-pull.ts'
import { mergeTrees } from '../git/merge-trees.ts'
import { findBranch, moveBranch } from '../git/refs.ts'
import { runGit } from '../git/run-git.ts'
import { missingChecks } from '../missing-checks.ts'
import { Refusal } from '../refusal.ts'
import { type Pull, timestamp, type World } from '../world.ts'

interface Merge {
  readonly sha?: string
  readonly merge_method?: 'merge' | 'squash' | 'rebase'
  readonly commit_title?: string
  readonly commit_message?: string
}

/** https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request */
export const mergePullRequest = {
  method: 'PUT',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
  needs: { contents: 'write' },
  answer(world, { parameters, body, actor }) {
    const pull = findPull(world, parameters.pull_number)
    const merge = (body ?? {}) as Merge
    const base = findBranch(world, pull.base)
    if (pull.state !== 'open' || base === undefined) throw new Refusal(405, 'Pull Request is not mergeable')
    if (merge.sha !== undefined && merge.sha !== pull.head)
      throw new Refusal(409, 'Head branch was modified. Review and try the merge again.')
    const [missing] = missingChecks(world, pull)
    if (missing !== undefined) throw new Refusal(405, `Required status check "${missing}" is expected.`)
    const tree = mergeTrees(world.folder, base, pull.head)
    if (tree === undefined) throw new Refusal(405, 'Pull Request is not mergeable')
    const sha = commit(world, pull, merge, tree, base)
    moveBranch(world, pull.base, sha)
    const at = timestamp(world)
    Object.assign(pull, { state: 'closed', closedAt: at, updatedAt: at, merged: { at, sha, by: actor.login } })
    return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } }
  },
} satisfies Endpoint

function commit(world: World, pull: Pull, merge: Merge, tree: string, base: string): string {
  const { number, title, branch, head } = pull
  const method = merge.merge_method ?? 'merge'
  if (method === 'rebase') throw new Refusal(405, 'Rebase merges are not allowed on this repository.')
  const isSquash = method === 'squash'
  const subject = isSquash ? `${title} (#${number})` : `Merge pull request #${number} from ${world.owner}/${branch}`
  const message = `${merge.commit_title ?? subject}\n\n${merge.commit_message ?? (isSquash ? '' : title)}\n`
  const at = timestamp(world)
  const parents = isSquash ? ['-p', base] : ['-p', base, '-p', head]
  const variables = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }
  return runGit(world.folder, ['commit-tree', tree, ...parents], { input: message, variables })
}
