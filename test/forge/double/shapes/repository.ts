import { timestamp, type World } from '../world.ts'
import { toNodeId } from './node-id.ts'
import { toUser } from './user.ts'

/** The addresses below a repository that GitHub names in it, and what follows in them. */
const addresses: Readonly<Record<string, string>> = {
  ...{ archive: '/{archive_format}{/ref}', assignees: '/assignees{/user}', blobs: '/git/blobs{/sha}' },
  ...{ branches: '/branches{/branch}', collaborators: '/collaborators{/collaborator}', comments: '/comments{/number}' },
  ...{ commits: '/commits{/sha}', compare: '/compare/{base}...{head}', contents: '/contents/{+path}' },
  ...{ contributors: '/contributors', deployments: '/deployments', downloads: '/downloads', events: '/events' },
  ...{ forks: '/forks', git_commits: '/git/commits{/sha}', git_refs: '/git/refs{/sha}', git_tags: '/git/tags{/sha}' },
  ...{ hooks: '/hooks', issue_comment: '/issues/comments{/number}', issue_events: '/issues/events{/number}' },
  ...{ issues: '/issues{/number}', keys: '/keys{/key_id}', labels: '/labels{/name}', languages: '/languages' },
  ...{ merges: '/merges', milestones: '/milestones{/number}', notifications: '/notifications{?since,all}' },
  ...{ pulls: '/pulls{/number}', releases: '/releases{/id}', stargazers: '/stargazers', statuses: '/statuses/{sha}' },
  ...{ subscribers: '/subscribers', subscription: '/subscription', tags: '/tags', teams: '/teams' },
  ...{ trees: '/git/trees{/sha}' },
}

const counts = ['forks', 'forks_count', 'open_issues', 'open_issues_count', 'size']
const watches = ['stargazers_count', 'watchers', 'watchers_count']
const features = { has_downloads: true, has_issues: true, has_projects: true, has_wiki: true, has_pages: false }

/** A repository as GitHub puts it into pull requests. */
export function toRepository(world: World, fullName = `${world.owner}/${world.name}`) {
  const [owner = '', name = ''] = fullName.split('/')
  const { url: host } = world
  const url = `${host}/repos/${fullName}`
  const html_url = `${host}/${fullName}`
  const at = timestamp(world)
  return {
    ...{ id: 1, node_id: toNodeId('Repository', 1), name, full_name: fullName, private: true, fork: false },
    ...{ owner: toUser(world, owner), url, html_url, description: null, homepage: null, language: null, license: null },
    ...Object.fromEntries(Object.entries(addresses).map(([key, rest]) => [`${key}_url`, `${url}${rest}`])),
    ...{ clone_url: `${html_url}.git`, git_url: `${html_url}.git`, ssh_url: `${html_url}.git`, svn_url: html_url },
    ...{ mirror_url: null, default_branch: 'main', archived: false, disabled: false, visibility: 'private' },
    ...{ pushed_at: at, created_at: at, updated_at: at, ...features },
    ...Object.fromEntries([...counts, ...watches].map(key => [key, 0])),
  }
}
