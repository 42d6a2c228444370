import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Exchange } from '../contract/check-exchange.ts'
import type { Request } from './answer-call.ts'
import type { Limits } from './count-calls.ts'
import { type FaultPlan, planFaults } from './plan-faults.ts'
import { recordCalls } from './record-calls.ts'
import { sendAnswer, sendHalf } from './send-answer.ts'
import { createWorld, removeWorld, type World } from './world.ts'

/** GitHub's REST API over a real bare Git repository, on this machine alone. */
export interface Double extends FaultPlan {
  readonly world: World
  /** For GITHUB_API_URL. */
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  /** Every call that took effect, in order. */
  readonly exchanges: readonly Exchange[]
  /** Ends it. Throws where an exchange was not as GitHub's OpenAPI description has it, or the double itself failed. */
  stop(): Promise<void>
}

export async function startDouble(limits?: Limits): Promise<Double> {
  const world = createWorld()
  const { answer, exchanges, breaches } = await recordCalls(world, limits)
  const { take, ...plan } = planFaults()
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await readRequest(incoming)
    const fault = take() ?? { isDone: true, answer: 'own' }
    const own = fault.isDone ? answer(request) : { status: 500 }
    if (fault.delayMs !== undefined) await wait(fault.delayMs)
    if (fault.answer === 'never') return
    if (fault.answer === 'reset') outgoing.destroy()
    else if (fault.answer === 'cut') sendHalf(outgoing, own)
    else sendAnswer(outgoing, fault.answer === 'own' ? own : fault.answer)
  }
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(error => {
      breaches.push(`the double failed: ${error.stack}`)
      outgoing.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    const ended = new Promise(resolve => server.close(resolve))
    server.closeAllConnections()
    await ended
    removeWorld(world)
    if (breaches.length > 0) throw new Error(breaches.join('\n'))
  }
  return { world, apiUrl: world.url, repository: `${world.owner}/${world.name}`, exchanges, stop, ...plan }
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming
  const hasBody = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined
  return { method, url: new URL(url, 'http://localhost'), headers, body: hasBody ? await json(incoming) : undefined }
}
