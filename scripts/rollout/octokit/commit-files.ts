import { BranchMoved, type FileChange, type NewCommit } from '../forge.ts'
import { isFailure } from './explain-failure.ts'
import type { Client } from './open-client.ts'

/** As many entries as GitHub takes well in one tree; more of them stand on each other. */
const entriesPerTree = 1000

interface Repository {
  readonly owner: string
  readonly repo: string
}

/**
 * One commit through the Git data API. On a branch that is there, the commit has what was there and the wanted parent as
 * its parents: the branch only moves forward, so that GitHub itself refuses it where somebody else was first.
 */
export async function commitFiles(client: Client, repository: Repository, commit: NewCommit): Promise<string> {
  const { branch, parent, expected, message, changes } = commit
  const tree = await makeTree(client, repository, await treeOf(client, repository, parent), changes)
  if (expected !== undefined && (await treeOf(client, repository, expected)) === tree) {
    if (await isOn(client, repository, parent, expected)) return expected
  }
  const parents = expected === undefined || expected === parent ? [parent] : [expected, parent]
  const { data } = await client.rest.git.createCommit({ ...repository, message, tree, parents })
  await moveBranch(client, repository, branch, data.sha, expected)
  return data.sha
}

async function makeTree(
  client: Client,
  repository: Repository,
  base: string,
  changes: readonly FileChange[],
): Promise<string> {
  let tree = base
  for (let start = 0; start < changes.length; start += entriesPerTree) {
    const entries = changes.slice(start, start + entriesPerTree).map(toEntry)
    const { data } = await client.rest.git.createTree({ ...repository, base_tree: tree, tree: entries })
    tree = data.sha
  }
  return tree
}

function toEntry({ path, text }: FileChange) {
  const file = { path, mode: '100644', type: 'blob' } as const
  return text === undefined ? { ...file, sha: null } : { ...file, content: text }
}

async function treeOf(client: Client, repository: Repository, commit: string): Promise<string> {
  const { data } = await client.rest.git.getCommit({ ...repository, commit_sha: commit })
  return data.tree.sha
}

/** Whether a commit has another one below it. */
async function isOn(client: Client, repository: Repository, below: string, commit: string): Promise<boolean> {
  const { data } = await client.rest.repos.compareCommitsWithBasehead({
    ...repository,
    basehead: `${below}...${commit}`,
  })
  return data.status === 'ahead' || data.status === 'identical'
}

async function moveBranch(
  client: Client,
  repository: Repository,
  branch: string,
  sha: string,
  expected: string | undefined,
): Promise<void> {
  try {
    if (expected === undefined) await client.rest.git.createRef({ ...repository, ref: `refs/heads/${branch}`, sha })
    else await client.rest.git.updateRef({ ...repository, ref: `heads/${branch}`, sha, force: false })
  } catch (error) {
    if (!isFailure(error, 422)) throw error
    const current = await findBranch(client, repository, branch)
    // A call that was repeated after its answer was lost finds its own work done.
    if (current === sha) return
    throw current === expected ? error : new BranchMoved(branch)
  }
}

/** The commit that a branch ends in; undefined where there is no such branch. */
export async function findBranch(client: Client, repository: Repository, branch: string): Promise<string | undefined> {
  try {
    return (await client.rest.git.getRef({ ...repository, ref: `heads/${branch}` })).data.object.sha
  } catch (error) {
    if (isFailure(error, 404)) return undefined
    throw error
  }
}
