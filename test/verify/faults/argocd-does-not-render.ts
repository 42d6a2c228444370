import { git } from '../../cluster/git/git.ts'
import { commitAll, revertLast } from '../../cluster/git/scratch-repository.ts'
import { arrive, fail } from '../../cluster/story/await-commit.ts'
import { editFile } from '../../cluster/story/edit.ts'
import type { Fault } from '../fault.ts'

/** The files on disk are those of the commit before: with a broken one there would be nothing to compare. */
export const fault: Fault = {
  title: 'a commit that does not render',
  engine: 'argocd',
  fails: ['checkout-current', 'engine-synced'],
  at: /^Application\/fogflow-lab-laptop$/,
  quotes: /ComparisonError/,
  make: async stage => {
    editFile(stage, 'base/platform/kustomization.yaml', text => `${text.trimEnd()}\n  - missing.yaml\n`)
    const commit = await commitAll(stage.repository, 'feat: break')
    await fail(stage, commit, /kustomize build/)
    await git(stage.repository.folder, 'checkout', '--quiet', '--detach', 'HEAD~1')
    return async () => {
      await git(stage.repository.folder, 'checkout', '--quiet', 'main')
      await arrive(stage, await revertLast(stage.repository))
    }
  },
}
