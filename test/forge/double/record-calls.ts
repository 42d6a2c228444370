import { checkExchange, type Exchange } from '../contract/check-exchange.ts'
import { answerCall, findEndpoint, type Request } from './answer-call.ts'
import { countCalls, type Limits } from './count-calls.ts'
import type { Answer } from './endpoint.ts'
import { listEndpoints } from './list-endpoints.ts'
import type { World } from './world.ts'

/** Answers calls, and keeps what was asked and answered, and what of it is not as GitHub has it. */
export async function recordCalls(world: World, limits?: Limits) {
  const endpoints = await listEndpoints()
  const counter = countCalls(world, limits)
  const exchanges: Exchange[] = []
  const breaches: string[] = []
  const answer = (request: Request): Answer => {
    const match = findEndpoint(endpoints, request)
    if (match === undefined) {
      breaches.push(`the double does not know ${request.method} ${request.url.pathname}`)
      return { status: 404, body: { message: 'Not Found' } }
    }
    const given = counter.limit(request) ?? answerCall(world, match, request)
    const { method, path } = match.endpoint
    const exchange = { method, path, request: request.body, status: given.status, response: given.body }
    exchanges.push(exchange)
    breaches.push(...checkExchange(exchange))
    return { ...given, headers: { ...counter.headers(), ...given.headers } }
  }
  return { answer, exchanges, breaches }
}
