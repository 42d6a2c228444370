import { positionOf } from 'kustomize-ts'
import type { Check, Problem } from '../check.ts'
import type { GitView, Scene } from '../scene.ts'

/** The cluster is compared with the files on disk, so these must be what the engine deploys. */
export const checkoutCurrent = {
  id: 'checkout-current',
  summary: 'The files on disk are those of the branch that the engine follows.',
  order: 1,
  async run(scene) {
    const { tip } = scene.git
    const { branch } = scene.cluster.settings.repository
    if (!tip) return { problems: [unknown(scene)], seen: '' }
    const problem = judge(scene.git, branch)
    const seen = `${branch} at ${tip.commit.slice(0, 12)}${tip.isFresh ? '' : ', as of the last fetch'}`
    return { problems: [...(problem ? [problem] : []), ...(tip.isFresh ? [] : [stale(scene)])], seen }
  },
} satisfies Check

function unknown({ cluster }: Scene): Problem {
  const { url, branch } = cluster.settings.repository
  return {
    message: `neither ${url} nor the remote "origin" says where branch "${branch}" is: whether the engine is at the right commit cannot be told`,
    fix: `see why: git ls-remote ${url} refs/heads/${branch}; repository.url in cluster.yaml is what the engine pulls`,
    source: positionOf(cluster.root, ['repository', 'url']),
  }
}

const stale = ({ cluster }: Scene): Problem => ({
  severity: 'warning',
  message: `${cluster.settings.repository.url} could not be asked: the commit is that of the last git fetch`,
  fix: 'give git access to it, or run git fetch from where there is access',
})

function judge({ tip, checkout }: GitView, branch: string): Problem | undefined {
  if (checkout && !checkout.hasCommit)
    return {
      message: `branch "${branch}" is at ${tip?.commit.slice(0, 12)}, which this clone does not have: the cluster is compared with older files`,
      fix: `git pull origin ${branch}`,
    }
  const [first, ...others] = checkout?.differing ?? []
  if (first === undefined) return undefined
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return {
    message: `the files on disk are not those of branch "${branch}": ${first}${more}. The cluster is compared with the ones on disk`,
    fix: `check out the branch (git checkout ${branch} && git pull), or commit and merge what is here`,
  }
}
