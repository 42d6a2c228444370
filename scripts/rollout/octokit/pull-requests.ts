import { BranchMoved, type PullRequest, type PullRequestDraft } from '../forge.ts'
import { isFailure } from './explain-failure.ts'
import { listPages } from './list-pages.ts'
import type { Client } from './open-client.ts'

interface Repository {
  readonly owner: string
  readonly repo: string
}

type Listed = Awaited<ReturnType<Client['rest']['pulls']['list']>>['data'][number]

/** Those of the repository itself: the branch of a fork may have any name. */
export async function listPullRequests(
  client: Client,
  repository: Repository,
  branchPrefix: string,
): Promise<readonly PullRequest[]> {
  const order = { state: 'all', sort: 'created', direction: 'desc' } as const
  const all = await listPages(async page => (await client.rest.pulls.list({ ...repository, ...order, ...page })).data)
  // A page that is asked for after something new came in front begins with what the one before ended with.
  const each = [...new Map(all.map(pull => [pull.number, pull])).values()]
  const own = each.filter(({ head, base }) => head.repo?.full_name === base.repo.full_name)
  return own.filter(({ head }) => head.ref.startsWith(branchPrefix)).map(toPullRequest)
}

export async function savePullRequest(
  client: Client,
  repository: Repository,
  draft: PullRequestDraft,
  expected?: number,
): Promise<PullRequest> {
  const found = await findOpen(client, repository, draft)
  if (expected !== undefined && found?.number !== expected) throw new BranchMoved(draft.branch)
  const open = found ?? (await create(client, repository, draft))
  const { title, body, base } = draft
  const isCurrent = open.title === title && open.body === body && open.base.ref === base
  const saved = isCurrent
    ? open
    : (await client.rest.pulls.update({ ...repository, pull_number: open.number, title, body, base })).data
  const known = saved.labels.map(({ name }) => name)
  const missing = draft.labels.filter(label => !known.includes(label))
  if (missing.length > 0)
    await client.rest.issues.addLabels({ ...repository, issue_number: saved.number, labels: [...missing] })
  return { ...toPullRequest(saved as Listed), labels: [...known, ...missing] }
}

async function findOpen(
  client: Client,
  repository: Repository,
  { branch }: PullRequestDraft,
): Promise<Listed | undefined> {
  const { data } = await client.rest.pulls.list({ ...repository, head: `${repository.owner}:${branch}`, state: 'open' })
  return data[0]
}

async function create(client: Client, repository: Repository, draft: PullRequestDraft): Promise<Listed> {
  const { branch, base, title, body } = draft
  try {
    return (await client.rest.pulls.create({ ...repository, head: branch, base, title, body })).data as Listed
  } catch (error) {
    // Somebody was quicker, or the answer to our own first try was lost.
    const other = isFailure(error, 422) ? await findOpen(client, repository, draft) : undefined
    if (other === undefined) throw error
    return other
  }
}

/** Comments first, so that nothing is closed without a reason; the branch next: GitHub closes what is open on it by itself. */
export async function closePullRequest(
  client: Client,
  repository: Repository,
  number: number,
  comment: string,
): Promise<void> {
  const { data: pull } = await client.rest.pulls.get({ ...repository, pull_number: number })
  if (pull.state === 'open') await commentOnce(client, repository, number, comment)
  if (pull.head.repo?.full_name === pull.base.repo.full_name) await deleteBranch(client, repository, pull.head.ref)
  if (pull.state === 'open') await client.rest.pulls.update({ ...repository, pull_number: number, state: 'closed' })
}

/** Not tried again at once: where only its answer was lost, the comment would be there twice. The next run looks. */
async function commentOnce(client: Client, repository: Repository, number: number, body: string): Promise<void> {
  const issue = { ...repository, issue_number: number }
  const comments = await listPages(async page => (await client.rest.issues.listComments({ ...issue, ...page })).data)
  if (comments.some(comment => comment.body === body)) return
  await client.rest.issues.createComment({ ...issue, body, request: { retries: 0 } })
}

async function deleteBranch(client: Client, repository: Repository, branch: string): Promise<void> {
  try {
    await client.rest.git.deleteRef({ ...repository, ref: `heads/${branch}` })
  } catch (error) {
    const isGone = isFailure(error, 422) && error.message.includes('Reference does not exist')
    if (!isGone) throw error
  }
}

function toPullRequest(pull: Listed): PullRequest {
  const { number, html_url: url, title, body, head, base, labels, merged_at: mergedAt, merge_commit_sha: sha } = pull
  const state = mergedAt ? 'merged' : pull.state === 'open' ? 'open' : 'closed'
  return {
    ...{ number, url, title, state, body: body ?? '', branch: head.ref, base: base.ref, head: head.sha },
    labels: labels.map(({ name }) => name),
    ...(mergedAt && sha && { mergedAt, mergeCommit: sha }),
  }
}
