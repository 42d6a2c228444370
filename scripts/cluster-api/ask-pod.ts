import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Api, PodPort } from './api.ts'
import { ApiFailure } from './api-failure.ts'

export interface Question extends PodPort {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
}

export interface PodAnswer {
  readonly status: number
  readonly body: string
}

const patienceMs = 10_000

/** Asks an HTTP server in a pod. Fails with ApiFailure where there is no answer, which is no answer of status 500. */
export async function askPod(api: Api, { method = 'GET', path, body, ...target }: Question): Promise<PodAnswer> {
  const stream = await api.connect(target)
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    host: target.pod, // tells who is meant; none of them cares
    connection: 'close',
    ...(sent !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
  }
  const options = { method, path, headers, createConnection: () => stream, signal: AbortSignal.timeout(patienceMs) }
  return new Promise<PodAnswer>((resolve, reject) => {
    const fail = (error: Error) => reject(explain(error))
    const sending = request(options, response => {
      text(response).then(received => resolve({ status: response.statusCode ?? 0, body: received }), fail)
    })
    sending.on('error', fail).end(sent)
  }).finally(() => stream.destroy())
}

function explain(error: NodeJS.ErrnoException): ApiFailure {
  if (error instanceof ApiFailure) return error
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return new ApiFailure(`no answer within ${patienceMs / 1000} s`)
  return new ApiFailure(error.code === 'ECONNRESET' ? 'the connection ended without an answer' : error.message)
}
