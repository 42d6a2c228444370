import { CannotFinish } from '../../model/cannot-finish.ts'
import type { ForgeAccess } from '../../model/environment.ts'
import type { Forge } from '../forge.ts'
import { commitFiles, findBranch } from './commit-files.ts'
import { explainFailure } from './explain-failure.ts'
import { openClient } from './open-client.ts'
import { closePullRequest, listPullRequests, savePullRequest } from './pull-requests.ts'
import { readChecks } from './read-checks.ts'

/** GitHub, or a GitHub Enterprise Server, as the place of pull requests. `repository` is `owner/name`. */
export async function createForge(access: ForgeAccess, repository: string): Promise<Forge> {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? []
  if (owner === undefined || repo === undefined)
    throw new CannotFinish(`${JSON.stringify(repository)} is no repository of GitHub: GITHUB_REPOSITORY is owner/name`)
  const client = await openClient(access)
  const where = { owner, repo }
  return {
    readBranch: branch => attempt(`read the branch ${branch}`, () => findBranch(client, where, branch)),
    commit: commit => attempt(`commit to the branch ${commit.branch}`, () => commitFiles(client, where, commit)),
    listPullRequests: prefix => attempt('list pull requests', () => listPullRequests(client, where, prefix)),
    savePullRequest: (draft, expected) =>
      attempt(`save the pull request of ${draft.branch}`, () => savePullRequest(client, where, draft, expected)),
    closePullRequest: (number, comment) =>
      attempt(`close pull request ${number}`, () => closePullRequest(client, where, number, comment)),
    readChecks: commit => attempt(`read the checks of ${commit.slice(0, 10)}`, () => readChecks(client, where, commit)),
  }
}

async function attempt<Answer>(doing: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    throw error instanceof CannotFinish ? error : explainFailure(error, doing)
  }
}
