import { contract, findWrong } from '../contract/read-contract.ts'
import type { Answer, Endpoint } from './endpoint.ts'
import { Refusal } from './refusal.ts'
import type { Actor, World } from './world.ts'

export interface Request {
  readonly method: string
  /** With its query. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}

interface Match {
  readonly endpoint: Endpoint
  readonly parameters: Readonly<Record<string, string>>
}

/** The endpoint of a request: `{ref}` and `{basehead}` take slashes. */
export function findEndpoint(endpoints: readonly Endpoint[], { method, url }: Request): Match | undefined {
  const path = url.pathname.replace(/^\/api\/v3/, '')
  for (const endpoint of endpoints) {
    const found = endpoint.method === method ? toPattern(endpoint.path).exec(path) : null
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    if (found)
      return { endpoint, parameters: Object.fromEntries(names.map((name, at) => [name, decode(found[at + 1])])) }
  }
  return undefined
}

function toPattern(path: string): RegExp {
  return new RegExp(
    `^${path.replace(/\{(\w+)\}/g, (_, name) => (/^(ref|basehead)$/.test(name) ? '(.+)' : '([^/]+)'))}$`,
  )
}

function decode(text = ''): string {
  return decodeURIComponent(text)
}

/** What GitHub answers: who asks, whether they may, whether the request is one at all, and then what it comes to. */
export function answerCall(world: World, { endpoint, parameters }: Match, request: Request): Answer {
  try {
    const actor = findActor(world, request)
    requireRepository(world, actor, parameters)
    requireRights(endpoint, actor)
    const schema = contract.operations[`${endpoint.method} ${endpoint.path}`]?.request
    const wrong = schema ? findWrong(schema, request.body ?? {}) : undefined
    if (wrong !== undefined) throw new Refusal(422, `Invalid request.\n\n${wrong}`)
    return endpoint.answer(world, { parameters, query: request.url.searchParams, body: request.body, actor })
  } catch (error) {
    if (error instanceof Refusal) return error.answer
    throw error
  }
}

function findActor({ actors }: World, { headers }: Request): Actor {
  if (headers['user-agent'] === undefined)
    throw new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    )
  const [, token] = /^(?:token|bearer) (.+)$/i.exec(String(headers.authorization ?? '')) ?? []
  if (token === undefined) throw new Refusal(404, 'Not Found')
  const actor = actors.get(token)
  if (actor === undefined) throw new Refusal(401, 'Bad credentials')
  return actor
}

/** A private repository is not there for a token that may not read it. */
function requireRepository(world: World, { permissions }: Actor, { owner, repo }: Match['parameters']): void {
  if (owner !== world.owner || repo !== world.name || Object.keys(permissions).length === 0)
    throw new Refusal(404, 'Not Found')
}

function requireRights({ needs }: Endpoint, { permissions }: Actor): void {
  const isAllowed = Object.entries(needs).every(([name, level]) => [level, 'write'].includes(permissions[name] ?? ''))
  if (isAllowed) return
  const refusal = new Refusal(403, 'Resource not accessible by integration')
  const accepted = Object.entries(needs).map(([name, level]) => `${name}=${level}`)
  Object.assign(refusal.answer, { headers: { 'x-accepted-github-permissions': accepted.join('; ') } })
  throw refusal
}
