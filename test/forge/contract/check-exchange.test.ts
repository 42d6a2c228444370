import { expect, it } from 'vitest'
import { listEndpoints } from '../double/list-endpoints.ts'
import { checkExchange, type Exchange } from './check-exchange.ts'
import { contract } from './read-contract.ts'

const path = '/repos/{owner}/{repo}/git/refs'
const sha = 'a'.repeat(40)
const response = {
  ...{ ref: 'refs/heads/a', node_id: 'x', url: 'https://api.github.com/x' },
  object: { type: 'commit', sha, url: 'https://api.github.com/x' },
}
const good: Exchange = { method: 'POST', path, request: { ref: 'refs/heads/a', sha }, status: 201, response }

it('an exchange as GitHub describes it has nothing wrong', () => {
  expect(checkExchange(good)).toEqual([])
})

it.each<[string, Partial<Exchange>]>([
  ['an answer without a field that is always there', { response: { ...response, node_id: undefined } }],
  ['an answer with a field of another type', { response: { ...response, url: 7 } }],
  ['an answer that lacks something further down', { response: { ...response, object: { sha, url: 'https://x' } } }],
  ['an address that is none', { response: { ...response, url: 'nowhere' } }],
  ['a status that this call never has', { status: 200 }],
  ['a request without what it needs, that was taken', { request: { ref: 'refs/heads/a' } }],
  ['a call that GitHub does not have', { path: '/repos/{owner}/{repo}/git/heads' }],
])('%s is found', (_, change) => {
  expect(checkExchange({ ...good, ...change })).toHaveLength(1)
})

it('the double answers the calls of the contract, and no others', async () => {
  const names = (await listEndpoints()).map(({ method, path }) => `${method} ${path}`)
  expect(names.sort()).toEqual(Object.keys(contract.operations).sort())
  expect(contract.source).toMatch(/^@octokit\/openapi \d+\.\d+\.\d+ \(MIT\)/)
})
