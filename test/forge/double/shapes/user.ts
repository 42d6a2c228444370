import type { World } from '../world.ts'
import { toNodeId } from './node-id.ts'

const below = ['followers', 'subscriptions', 'organizations', 'repos', 'received_events']
const withParameters = {
  following: '{/other_user}',
  gists: '{/gist_id}',
  starred: '{/owner}{/repo}',
  events: '{/privacy}',
}

/** A person or an app, as GitHub puts it into everything that they made. */
export function toUser({ url }: World, login: string) {
  const home = `${url}/users/${login}`
  const id = [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_003
  return {
    ...{ login, id, node_id: toNodeId('User', id), avatar_url: `${url}/avatars/${id}`, gravatar_id: '' },
    ...{ url: home, html_url: `${url}/${login}`, type: login.endsWith('[bot]') ? 'Bot' : 'User', site_admin: false },
    ...Object.fromEntries(below.map(name => [`${name}_url`, `${home}/${name}`])),
    ...Object.fromEntries(
      Object.entries(withParameters).map(([name, rest]) => [`${name}_url`, `${home}/${name}${rest}`]),
    ),
  }
}
