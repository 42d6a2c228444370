import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A component behind nginx: keeps every request that reaches it. */
export interface Upstream {
  readonly port: number
  readonly requests: IncomingMessage[]
  /** Request target → status; 200 where nothing is said. */
  readonly statuses: Map<string, number>
  readonly server: Server
}

/** An upstream that answers with its name, and echoes what it gets after an upgrade to a websocket. */
export async function startUpstream(name: string, host: string, port = 0): Promise<Upstream> {
  const requests: IncomingMessage[] = []
  const statuses = new Map<string, number>()
  const server = createServer((request, response) => {
    requests.push(request)
    request.resume().on('end', () => response.writeHead(statuses.get(request.url ?? '') ?? 200).end(name))
  })
  server.on('upgrade', (_, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n')
    socket.on('error', () => {}).pipe(socket)
  })
  await new Promise<void>(resolve => server.listen(port, host, resolve))
  return { port: (server.address() as AddressInfo).port, requests, statuses, server }
}
