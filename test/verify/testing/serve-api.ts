import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What an API server has at a path: an object, or the status that it answers with instead, or no answer at all. */
export type Objects = Readonly<Record<string, object | number | 'silent'>>

export interface ServedApi {
  readonly kubeconfig: string
  /** Answers with other objects from now on. */
  set(objects: Objects): void
  /** Whether somebody has asked for a path. */
  isAsked(path: string): boolean
  close(): void
}

/** An HTTP server that answers GET as an API server does, and a kubeconfig of it. What it does not have is a Status with 404. */
export async function serveApi(objects: Objects): Promise<ServedApi> {
  let current = objects
  const asked = new Set<string>()
  const server = createServer(({ url = '' }, response) => {
    asked.add(url)
    const found = current[url] ?? 404
    if (found === 'silent') return
    const status = typeof found === 'number' ? found : 200
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(typeof found === 'number' ? { kind: 'Status', message: `${url} is ${found}` } : found))
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const folder = mkdtempSync(join(tmpdir(), 'fogflow-gitops-api-'))
  const kubeconfig = join(folder, 'config')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  writeFileSync(kubeconfig, JSON.stringify(describe(address)))
  const close = () => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    kubeconfig,
    close,
    isAsked: path => asked.has(path),
    set: next => {
      current = next
    },
  }
}

const describe = (server: string) => ({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name: 'test', cluster: { server, 'insecure-skip-tls-verify': true } }],
  users: [{ name: 'me', user: {} }],
  contexts: [{ name: 'test', context: { cluster: 'test', user: 'me' } }],
  'current-context': 'test',
})
