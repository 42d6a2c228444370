import { findBranch } from '../git/refs.ts'
import type { Pull, World } from '../world.ts'
import { toLabel } from './label.ts'
import { toNodeId } from './node-id.ts'
import { toRepository } from './repository.ts'
import { toUser } from './user.ts'

/** A pull request as lists show it. */
export function toPullRequestSimple(world: World, pull: Pull) {
  const { number, title, body, state, createdAt, updatedAt, closedAt = null, merged } = pull
  const html_url = `${world.url}/${world.owner}/${world.name}/pull/${number}`
  return {
    ...{ id: 1000 + number, node_id: toNodeId('PullRequest', number), number, state, title, body, html_url },
    ...{ diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch`, ...addresses(world, pull) },
    ...{ user: toUser(world, pull.author), labels: pull.labels.map(label => toLabel(world, label)) },
    ...{ created_at: createdAt, updated_at: updatedAt, closed_at: closedAt, merged_at: merged?.at ?? null },
    ...{ merge_commit_sha: merged?.sha ?? null, ...sides(world, pull) },
    ...{ locked: false, draft: false, milestone: null, assignee: null, assignees: [], auto_merge: null },
    ...{ requested_reviewers: [], requested_teams: [], author_association: 'MEMBER' },
  }
}

function sides(world: World, { branch, base, head, fork }: Pull) {
  const toSide = (ref: string, sha: string, repository?: string) => {
    const repo = toRepository(world, repository)
    return { label: `${repo.owner.login}:${ref}`, ref, sha, user: repo.owner, repo }
  }
  return { head: toSide(branch, head, fork), base: toSide(base, findBranch(world, base) ?? head) }
}

function addresses({ url: host, owner, name }: World, { number, head }: Pull) {
  const repository = `${host}/repos/${owner}/${name}`
  const [url, issue_url] = [`${repository}/pulls/${number}`, `${repository}/issues/${number}`]
  const links = {
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    comments: `${issue_url}/comments`,
    statuses: `${repository}/statuses/${head}`,
  }
  const linked = { self: url, html: `${host}/${owner}/${name}/pull/${number}`, issue: issue_url, ...links }
  return {
    ...{ url, issue_url },
    ...Object.fromEntries(Object.entries(links).map(([key, address]) => [`${key}_url`, address])),
    _links: Object.fromEntries(Object.entries(linked).map(([key, href]) => [key, { href }])),
  }
}
