import { readFileSync } from 'node:fs'
import { Agent, request as send } from 'node:https'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { KubeConfig } from '@kubernetes/client-node'
import { explainConnection } from '../../../scripts/cluster-api/explain-connection.ts'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly contentType?: string
  readonly body?: unknown
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  /** What the API server warns of, such as a deprecated field or pods that Pod Security would refuse. */
  readonly warnings: readonly string[]
}

/** As whom an API server is asked, and how one knows that there still is one. */
export interface Access {
  /** Such as `system:serviceaccount:fogflow:worker`; without, the user of the kubeconfig. */
  readonly user?: string
  /** Throws, with the reason, where the API server has ended: that says more than a connection which is refused. */
  readonly assertAlive?: () => void
}

/** Sends a request to the API server of a kubeconfig. Fails, with CannotFinish, only where there is no answer. */
export type Send = (request: Request) => Promise<Answer>

/**
 * The typed clients of the library serialize by the schema that they know: they drop unknown fields, which strict
 * validation is about, and show no warnings. So the library reads the kubeconfig, and JSON goes out as it is.
 */
export function openConnection(kubeconfig: string, { user, assertAlive = () => {} }: Access = {}): Send {
  const config = new KubeConfig()
  config.loadFromString(readFileSync(kubeconfig, 'utf8'))
  const server = config.getCurrentCluster()?.server ?? ''
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return async ({ method = 'GET', path, query = {}, contentType = 'application/json', body }) => {
    const as = user === undefined ? {} : { 'impersonate-user': user }
    const options = { method, headers: { accept: 'application/json', 'content-type': contentType, ...as } }
    await config.applyToHTTPSOptions(options)
    const url = new URL(`${path}?${new URLSearchParams(query)}`, server)
    const sent = exchange(url, { ...options, agent, timeout: 30_000 }, body === undefined ? '' : JSON.stringify(body))
    return sent.catch(async (error: Error) => {
      await sleep(50) // the end of a process is heard of after that of its connections
      assertAlive()
      throw new CannotFinish(explainConnection(server, error))
    })
  }
}

function exchange(url: URL, options: Parameters<typeof send>[1], body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send(url, options, response => {
      const warnings = parseWarnings(response.headersDistinct.warning ?? [])
      text(response).then(
        received => resolve({ status: response.statusCode ?? 0, body: parse(received), warnings }),
        reject,
      )
    })
    request.on('timeout', () => request.destroy(new Error(`${url.host} does not answer`)))
    request.on('error', reject).end(body)
  })
}

function parse(received: string): unknown {
  try {
    return JSON.parse(received)
  } catch {
    return received
  }
}

/** `299 - "text"`, by RFC 7234; several may stand in one header. */
export function parseWarnings(headers: readonly string[]): readonly string[] {
  return headers.flatMap(header =>
    [...header.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) => quoted.replace(/\\(.)/g, '$1')),
  )
}
