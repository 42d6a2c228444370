import { runGit } from '../git/run-git.ts'
import type { World } from '../world.ts'
import { toNodeId } from './node-id.ts'

const format = ['%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00')

/** A commit as the Git data API shows it. */
export function toGitCommit({ url, owner, name, folder }: World, sha: string) {
  const text = runGit(folder, ['show', '--no-patch', `--format=${format}`, sha])
  const [tree = '', parents = '', ...rest] = text.split('\0')
  const [authorName, authorEmail, authored, committerName, committerEmail, committed, message = ''] = rest
  const home = `${url}/repos/${owner}/${name}/git`
  const html = `${url}/${owner}/${name}/commit`
  const toParent = (parent: string) => ({
    sha: parent,
    url: `${home}/commits/${parent}`,
    html_url: `${html}/${parent}`,
  })
  return {
    ...{ sha, node_id: toNodeId('Commit', sha), url: `${home}/commits/${sha}`, html_url: `${html}/${sha}` },
    author: { name: authorName, email: authorEmail, date: authored },
    committer: { name: committerName, email: committerEmail, date: committed },
    tree: { sha: tree, url: `${home}/trees/${tree}` },
    message: message.trimEnd(),
    parents: parents.split(' ').filter(Boolean).map(toParent),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}

/** A commit as comparisons show it. */
export function toCommit(world: World, sha: string) {
  const { node_id, url, html_url, author, committer, tree, message, parents, verification } = toGitCommit(world, sha)
  const address = url.replace('/git/commits/', '/commits/')
  return {
    ...{ sha, node_id, html_url, parents, url: address, comments_url: `${address}/comments` },
    commit: { url, author, committer, message, tree, verification, comment_count: 0 },
    ...{ author: null, committer: null },
  }
}
