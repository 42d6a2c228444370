import { createServer, type Server, type Socket } from 'node:net'
import {
  encodeMethod,
  longString,
  type Method,
  readMethods,
  shortString,
  uint16,
  uint32,
} from '../../../scripts/verify/amqp/frame.ts'
import type { World } from './world.ts'

/** As much of RabbitMQ as a client needs that logs in and asks for queues: AMQP 0-9-1, class by class. */
export const playRabbitmq = (world: World): Server =>
  createServer(socket => {
    socket.on('error', () => {})
    if (world.down.has('rabbitmq')) socket.destroy()
    else serve(socket, world).catch(() => socket.destroy())
  })

async function serve(socket: Socket, world: World): Promise<void> {
  const send = (...frame: Parameters<typeof encodeMethod>) => void socket.write(encodeMethod(...frame))
  for await (const method of readMethods(withoutHeader(socket, send))) reply(method, send, world, socket)
}

/** The client begins with 8 bytes that are no frame. */
async function* withoutHeader(socket: Socket, send: Send): AsyncGenerator<Buffer> {
  let seen = 0
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    const rest = chunk.subarray(Math.max(0, 8 - seen))
    if (seen < 8 && seen + chunk.length >= 8)
      send(0, '10.10', Buffer.from([0, 9]), uint32(0), longString('PLAIN'), longString('en_US'))
    seen += chunk.length
    if (rest.length > 0) yield rest
  }
}

type Send = (...frame: Parameters<typeof encodeMethod>) => void

const [close, refused, notFound] = [uint16(0), 403, 404]

function reply({ channel, id, args }: Method, send: Send, world: World, socket: Socket): void {
  if (id === '10.11') answerLogin(args, send, world)
  if (id === '10.40') send(0, '10.41', shortString(''))
  if (id === '10.50') socket.end(encodeMethod(0, '10.51'))
  if (id === '20.10') send(channel, '20.11', longString(''))
  if (id === '50.10') answerDeclare(channel, args.toString('utf8', 3, 3 + (args[2] ?? 0)), send, world)
}

function answerLogin(args: Buffer, send: Send, { login: { username, password } }: World): void {
  if (args.includes(`\0${username}\0${password}`)) send(0, '10.30', uint16(2047), uint32(131072), uint16(60))
  else send(0, '10.50', uint16(refused), shortString('ACCESS_REFUSED - Login was refused using PLAIN'), close, close)
}

function answerDeclare(channel: number, name: string, send: Send, { queues }: World): void {
  const consumers = queues.get(name)
  if (consumers !== undefined) send(channel, '50.11', shortString(name), uint32(0), uint32(consumers))
  else send(channel, '20.40', uint16(notFound), shortString(`NOT_FOUND - no queue '${name}'`), uint16(50), uint16(10))
}
