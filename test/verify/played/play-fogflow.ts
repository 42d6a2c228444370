import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Server as TcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { answer, components } from './components.ts'
import { playRabbitmq } from './play-rabbitmq.ts'
import type { World } from './world.ts'

export interface Played {
  /** All HTTP endpoints: which component is meant, the Host header says, which is the name of a pod. */
  readonly http: number
  readonly amqp: number
  close(): void
}

/** Small servers on the loopback interface that answer as FogFlow and RabbitMQ do. */
export async function playFogflow(world: World): Promise<Played> {
  const server = createServer((request, response) => void serve(request, response, world))
  const rabbitmq = playRabbitmq(world)
  const [http, amqp] = [await listen(server), await listen(rabbitmq)]
  const close = () => {
    server.closeAllConnections()
    server.close()
    rabbitmq.close()
  }
  return { http, amqp, close }
}

const listen = (server: Server | TcpServer): Promise<number> =>
  new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

async function serve(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const { host: pod = '' } = request.headers
  const name = (Object.keys(components) as (keyof typeof components)[]).find(name => pod.startsWith(`${name}-`))
  if (name === undefined || world.down.has(name)) return void request.socket.destroy()
  const body = await text(request)
  const asked = { method: request.method ?? '', path: request.url ?? '', body: body && JSON.parse(body), pod }
  const { status, json } = await answer(name, asked, world)
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(json === undefined ? '' : JSON.stringify(json))
}
