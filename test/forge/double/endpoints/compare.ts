import type { Endpoint } from '../endpoint.ts'
import { findBranch, isObject } from '../git/refs.ts'
import { askGit, runGit } from '../git/run-git.ts'
import { Refusal } from '../refusal.ts'
import { toCommit } from '../shapes/commit.ts'
import type { World } from '../world.ts'

/** https://docs.github.com/en/rest/commits/commits#compare-two-commits; the changed files are left out, as nobody asks. */
export const compare = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/compare/{basehead}',
  needs: { contents: 'read' },
  answer(world, { parameters: { basehead = '' } }) {
    const [base, head] = basehead.split('...').map(name => findCommit(world, name))
    if (base === undefined || head === undefined) throw new Refusal(404, 'Not Found')
    const { status, output: mergeBase } = askGit(world.folder, ['merge-base', base, head])
    if (status !== 0) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`)
    const list = (range: string) => runGit(world.folder, ['rev-list', '--reverse', range]).split('\n').filter(Boolean)
    const [ahead, behind] = [list(`${base}..${head}`), list(`${head}..${base}`)]
    const html = `${world.url}/${world.owner}/${world.name}/compare/${basehead}`
    return {
      status: 200,
      body: {
        ...{ url: html, html_url: html, permalink_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
        ...{ base_commit: toCommit(world, base), merge_base_commit: toCommit(world, mergeBase) },
        ...{ status: toWord(ahead.length, behind.length), ahead_by: ahead.length, behind_by: behind.length },
        ...{ total_commits: ahead.length, commits: ahead.slice(0, 250).map(sha => toCommit(world, sha)), files: [] },
      },
    }
  },
} satisfies Endpoint

function findCommit(world: World, name: string): string | undefined {
  return isObject(world.folder, name, 'commit') ? name : findBranch(world, name)
}

function toWord(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}
