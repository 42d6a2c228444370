import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { readHeader } from './cgi-header.ts'

/** What is wrong with the server: nothing, it is gone, each answer takes its time, or it lets nobody in. */
export type Fault = 'none' | 'down' | 'slow' | 'refuses'

export interface GitServer {
  /** Of the folder that it serves; a repository's address is this and its name. */
  readonly url: string
  readonly setFault: (fault: Fault) => void
  readonly close: () => void
}

const slowness = 3_000

/** Serves the bare repositories of a folder on the loopback interface by Git's smart HTTP protocol. Anyone may push. */
export async function serveGit(root: string): Promise<GitServer> {
  let fault: Fault = 'none'
  const server = createServer(async (request, response) => {
    if (fault === 'down') return void request.socket.destroy()
    if (fault === 'refuses') return void response.writeHead(403, { 'content-type': 'text/plain' }).end('Forbidden\n')
    if (fault === 'slow') await sleep(slowness)
    runBackend(root, request, response)
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    setFault: next => {
      fault = next
      server.closeAllConnections()
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** `git http-backend` is a CGI program: the request in its environment and input, the answer on its output. */
function runBackend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const backend = spawn('git', ['http-backend'], {
    env: environmentOf(root, request),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const fail = () => (response.headersSent ? response.destroy() : response.writeHead(500).end())
  backend.on('error', fail)
  backend.stdin.on('error', () => {}) // it may answer before it has read everything
  response.on('close', () => backend.kill())
  request.pipe(backend.stdin)
  readHeader(backend.stdout).then(({ status, headers, rest }) => {
    response.writeHead(status, headers).write(rest)
    backend.stdout.pipe(response)
  }, fail)
}

function environmentOf(root: string, { url = '/', method = 'GET', headers }: IncomingMessage): NodeJS.ProcessEnv {
  const { pathname, search } = new URL(url, 'http://localhost')
  const settings = { 'safe.directory': '*', 'http.receivepack': 'true' }
  return {
    PATH: process.env.PATH,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
    ...Object.fromEntries(
      Object.entries(settings).flatMap(([key, value], i) => [
        [`GIT_CONFIG_KEY_${i}`, key],
        [`GIT_CONFIG_VALUE_${i}`, value],
      ]),
    ),
    PATH_INFO: decodeURIComponent(pathname),
    QUERY_STRING: search.slice(1),
    REQUEST_METHOD: method,
    REMOTE_ADDR: '127.0.0.1',
    REMOTE_USER: 'test', // somebody: nobody may not push
    CONTENT_TYPE: headers['content-type'] ?? '',
    ...(headers['content-length'] && { CONTENT_LENGTH: headers['content-length'] }),
    ...(headers['content-encoding'] && { HTTP_CONTENT_ENCODING: headers['content-encoding'] }),
    ...(headers['git-protocol'] && { GIT_PROTOCOL: String(headers['git-protocol']) }),
  }
}
