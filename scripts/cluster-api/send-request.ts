import { request as sendPlain } from 'node:http'
import { type RequestOptions, request as sendTls } from 'node:https'
import { text } from 'node:stream/consumers'
import type { KubeConfig } from '@kubernetes/client-node'
import type { ApiRequest } from './api.ts'
import { ApiFailure } from './api-failure.ts'
import { explainConnection } from './explain-connection.ts'

const patienceMs = 15_000

/** Sends a request as the user of the config's context. JSON comes back as it is: typed clients drop what they do not know. */
export async function sendRequest(config: KubeConfig, { path, method = 'GET' }: ApiRequest): Promise<unknown> {
  const server = config.getCurrentCluster()?.server ?? ''
  const options: RequestOptions = { method, headers: { accept: 'application/json' } }
  await config.applyToHTTPSOptions(options).catch((error: Error) => {
    throw new ApiFailure(`the credentials of context "${config.getCurrentContext()}" cannot be had: ${error.message}`)
  })
  const url = new URL(`${server.replace(/\/$/, '')}${path}`)
  const { status, body } = await exchange(url, { ...options, signal: AbortSignal.timeout(patienceMs) }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new ApiFailure(explainConnection(server, error), undefined, true)
    },
  )
  if (status >= 200 && status < 300) return parse(body)
  throw new ApiFailure(messageOf(status, body), status)
}

function exchange(url: URL, options: RequestOptions): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'http:' ? sendPlain : sendTls
    const request = send(url, options, response => {
      text(response).then(body => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    request.on('error', reject).end()
  })
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new ApiFailure(`the answer is not JSON, so it is not of an API server: ${JSON.stringify(body.slice(0, 80))}`)
  }
}

/** The API server says why in a Status object. */
function messageOf(status: number, body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown }
    if (typeof message === 'string' && message !== '') return message
  } catch {
    // a proxy's page, perhaps: the status has to do
  }
  return `the API server answers ${status}`
}
