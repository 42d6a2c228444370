import type { Double } from './double/start-double.ts'
import { ask, type Reply } from './testing/ask.ts'
import { seedBranch } from './testing/seed-branch.ts'

/** What GitHub's documentation says of a call, and the call that shows it. */
export interface Fact {
  readonly fact: string
  readonly source: string
  readonly play: (double: Double) => Promise<Reply>
  readonly status: number
  /** What the answer holds besides, as far as it is documented. */
  readonly holds?: (reply: Reply) => boolean
}

const rest = 'https://docs.github.com/en/rest'
const one = { 'a.yaml': 'a: 1\n' }
const two = { 'a.yaml': 'a: 2\n' }

const main = (double: Double) => seedBranch(double.world, 'main', one)

async function openPull(double: Double, branch = 'x'): Promise<Reply> {
  seedBranch(double.world, branch, two, main(double))
  return ask(double, 'POST', '/pulls', { title: 'one', head: branch, base: 'main' })
}

async function afterPull(double: Double, method: string, path: string, body?: object): Promise<Reply> {
  await openPull(double)
  return ask(double, method, path, body)
}

export const facts: readonly Fact[] = [
  {
    fact: 'a reference that is not there is 404',
    source: `${rest}/git/refs#get-a-reference`,
    play: double => ask(double, 'GET', '/git/ref/heads/none'),
    status: 404,
  },
  {
    fact: 'a reference is made with 201, and says what it points at',
    source: `${rest}/git/refs#create-a-reference`,
    play: double => ask(double, 'POST', '/git/refs', { ref: 'refs/heads/new', sha: main(double) }),
    status: 201,
    holds: ({ body }) => body.ref === 'refs/heads/new' && (body.object as { type: string }).type === 'commit',
  },
  {
    fact: 'a reference that is there already is 422',
    source: `${rest}/git/refs#create-a-reference`,
    play: double => ask(double, 'POST', '/git/refs', { ref: 'refs/heads/main', sha: main(double) }),
    status: 422,
  },
  {
    fact: 'a reference that does not begin with refs and have two slashes is 422',
    source: `${rest}/git/refs#create-a-reference`,
    play: double => ask(double, 'POST', '/git/refs', { ref: 'new', sha: main(double) }),
    status: 422,
  },
  {
    fact: 'a reference is deleted with 204',
    source: `${rest}/git/refs#delete-a-reference`,
    play: double => {
      seedBranch(double.world, 'x', two)
      return ask(double, 'DELETE', '/git/refs/heads/x')
    },
    status: 204,
  },
  {
    fact: 'an update that is no fast-forward is refused without force',
    source: `${rest}/git/refs#update-a-reference`,
    play: double => {
      const before = main(double)
      seedBranch(double.world, 'main', two)
      return ask(double, 'PATCH', '/git/refs/heads/main', { sha: before, force: false })
    },
    status: 422,
  },
  {
    fact: 'a pull request is made with 201, open',
    source: `${rest}/pulls/pulls#create-a-pull-request`,
    play: double => openPull(double),
    status: 201,
    holds: ({ body }) => body.state === 'open' && body.number === 1,
  },
  {
    fact: 'a second pull request of a branch is 422',
    source: `${rest}/pulls/pulls#create-a-pull-request`,
    play: double => afterPull(double, 'POST', '/pulls', { title: 'two', head: 'x', base: 'main' }),
    status: 422,
  },
  {
    fact: 'a pull request of a branch that is not there is 422',
    source: `${rest}/pulls/pulls#create-a-pull-request`,
    play: double => ask(double, 'POST', '/pulls', { title: 'one', head: 'none', base: 'main' }),
    status: 422,
  },
  {
    fact: 'a merge of another head than was asked for is 409',
    source: `${rest}/pulls/pulls#merge-a-pull-request`,
    play: double => afterPull(double, 'PUT', '/pulls/1/merge', { sha: '0'.repeat(40) }),
    status: 409,
  },
  {
    fact: 'a merge is 200, and says which commit it is',
    source: `${rest}/pulls/pulls#merge-a-pull-request`,
    play: double => afterPull(double, 'PUT', '/pulls/1/merge', {}),
    status: 200,
    holds: ({ body }) => body.merged === true && /^[0-9a-f]{40}$/.test(String(body.sha)),
  },
  {
    fact: 'a merge that cannot be performed is 405',
    source: `${rest}/pulls/pulls#merge-a-pull-request`,
    play: async double => {
      await openPull(double)
      seedBranch(double.world, 'main', { 'a.yaml': 'a: 3\n' })
      return ask(double, 'PUT', '/pulls/1/merge', {})
    },
    status: 405,
  },
  {
    fact: 'a pull request that is not there is 404',
    source: `${rest}/pulls/pulls#get-a-pull-request`,
    play: double => ask(double, 'GET', '/pulls/7'),
    status: 404,
  },
  {
    fact: 'a list of pull requests has the open ones',
    source: `${rest}/pulls/pulls#list-pull-requests`,
    play: async double => {
      await afterPull(double, 'PATCH', '/pulls/1', { state: 'closed' })
      return ask(double, 'GET', '/pulls')
    },
    status: 200,
    holds: ({ body }) => body.length === 0,
  },
  {
    fact: 'a page has 100 entries at most, and a link to the next one',
    source: `${rest}/using-the-rest-api/using-pagination-in-the-rest-api`,
    play: async double => {
      await openPull(double)
      for (let count = 0; count < 101; count++) await ask(double, 'POST', '/issues/1/comments', { body: 'text' })
      return ask(double, 'GET', '/issues/1/comments?per_page=1000')
    },
    status: 200,
    holds: ({ body, headers }) => body.length === 100 && /rel="next"/.test(headers.get('link') ?? ''),
  },
  {
    fact: 'a list has 30 entries where nobody asks for more',
    source: `${rest}/issues/comments#list-issue-comments`,
    play: async double => {
      await openPull(double)
      for (let count = 0; count < 31; count++) await ask(double, 'POST', '/issues/1/comments', { body: 'text' })
      return ask(double, 'GET', '/issues/1/comments')
    },
    status: 200,
    holds: ({ body }) => body.length === 30,
  },
  {
    fact: 'a commit without statuses is pending',
    source: `${rest}/commits/statuses#get-the-combined-status-for-a-specific-reference`,
    play: double => ask(double, 'GET', `/commits/${main(double)}/status`),
    status: 200,
    holds: ({ body }) => body.state === 'pending' && body.total_count === 0,
  },
  {
    fact: 'labels are added with 200, and are made where they are new',
    source: `${rest}/issues/labels#add-labels-to-an-issue`,
    play: double => afterPull(double, 'POST', '/issues/1/labels', { labels: ['rollout'] }),
    status: 200,
    holds: ({ body }) => body.map(({ name }) => name).join() === 'rollout',
  },
  {
    fact: 'a token that may not write is 403',
    source: `${rest}/using-the-rest-api/troubleshooting-the-rest-api`,
    play: double => {
      double.world.actors.set('reader', { login: 'reader', permissions: { contents: 'read' } })
      return ask(double, 'POST', '/git/refs', { ref: 'refs/heads/new', sha: main(double) }, 'reader')
    },
    status: 403,
  },
  {
    fact: 'a repository that a token may not see is 404, as if it were not there',
    source: `${rest}/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource`,
    play: double => {
      double.world.actors.set('stranger', { login: 'stranger', permissions: {} })
      return ask(double, 'GET', '/git/ref/heads/main', undefined, 'stranger')
    },
    status: 404,
  },
  {
    fact: 'a token that is none is 401',
    source: `${rest}/authentication/authenticating-to-the-rest-api#failed-login-limit`,
    play: double => ask(double, 'GET', '/git/ref/heads/main', undefined, 'no-token'),
    status: 401,
  },
]
