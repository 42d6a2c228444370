import { runGit } from '../double/git/run-git.ts'
import type { Double } from '../double/start-double.ts'

/** All that a forge holds, but for numbers and times: pull requests with their comments, and branches with their trees. */
export function readState({ world }: Double) {
  const pulls = world.pulls.map(({ branch, base, state, title, body, labels, comments, merged }) => ({
    ...{ branch, base, state, title, body, labels, isMerged: merged !== undefined },
    comments: comments.map(comment => comment.body),
  }))
  const refs = runGit(world.folder, ['for-each-ref', '--format=%(refname:lstrip=2) %(tree)', 'refs/heads'])
  return { pulls, branches: refs.split('\n') }
}
