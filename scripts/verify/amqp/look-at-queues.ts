import type { Duplex } from 'node:stream'
import { encodeMethod, longString, type Method, readMethods, shortString, uint16, uint32 } from './frame.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** How a queue is: absent, or how many consume from it (unknown where it belongs to one connection alone). */
export interface QueueState {
  readonly name: string
  readonly isThere: boolean
  readonly consumers: number | undefined
}

/** RabbitMQ refused, and said why. */
export class AmqpRefusal extends Error {}

/**
 * Asks RabbitMQ for queues by name, with passive declarations: they create nothing, consume nothing and take nobody's
 * place. The stream is left for the caller to close.
 */
export async function lookAtQueues(
  stream: Duplex,
  login: Credentials,
  names: readonly string[],
): Promise<readonly QueueState[]> {
  const methods = readMethods(stream)
  const send = (...frame: Parameters<typeof encodeMethod>) => void stream.write(encodeMethod(...frame))
  const expect = async (...ids: readonly string[]): Promise<Method> => {
    const { value: method } = await methods.next()
    if (!method) throw new AmqpRefusal('it closed the connection without a word')
    if (ids.includes(method.id)) return method
    throw new AmqpRefusal(method.id === '10.50' ? replyOf(method) : `it answers with method ${method.id}`)
  }
  await open({ stream, send, expect }, login)
  const states: QueueState[] = []
  for (const [index, name] of names.entries()) states.push(await lookAt({ send, expect }, index + 1, name))
  send(0, '10.50', uint16(200), shortString('done'), uint16(0), uint16(0))
  return states
}

interface Talk {
  readonly send: (...frame: Parameters<typeof encodeMethod>) => void
  readonly expect: (...ids: readonly string[]) => Promise<Method>
}

/** start → start-ok, tune → tune-ok, open → open-ok */
async function open({ stream, send, expect }: Talk & { readonly stream: Duplex }, login: Credentials): Promise<void> {
  stream.write(Buffer.from('AMQP\0\0\x09\x01', 'latin1'))
  await expect('10.10')
  const plain = `\0${login.username}\0${login.password}`
  send(0, '10.11', clientProperties, shortString('PLAIN'), longString(plain), shortString('en_US'))
  const { args } = await expect('10.30')
  send(0, '10.31', args.subarray(0, 6), uint16(0)) // its limits, and no heartbeats
  send(0, '10.40', shortString('/'), shortString(''), Buffer.from([0]))
  await expect('10.41')
}

/** Says that a wrong password may be told as such, instead of by hanging up. */
const clientProperties = (() => {
  const capability = Buffer.concat([shortString('authentication_failure_close'), Buffer.from('t\x01', 'latin1')])
  const entry = Buffer.concat([shortString('capabilities'), Buffer.from('F'), uint32(capability.length), capability])
  return Buffer.concat([uint32(entry.length), entry])
})()

const passive = Buffer.from([1])
const noArguments = uint32(0)
const [notFound, resourceLocked] = [404, 405]

/** Each on a channel of its own: one that is refused is closed. */
async function lookAt({ send, expect }: Talk, channel: number, name: string): Promise<QueueState> {
  send(channel, '20.10', shortString(''))
  await expect('20.11')
  send(channel, '50.10', uint16(0), shortString(name), passive, noArguments)
  const answer = await expect('50.11', '20.40')
  if (answer.id === '50.11') {
    const afterName = 1 + (answer.args[0] ?? 0)
    return { name, isThere: true, consumers: answer.args.readUInt32BE(afterName + 4) }
  }
  send(channel, '20.41')
  const code = answer.args.readUInt16BE(0)
  if (code === notFound) return { name, isThere: false, consumers: 0 }
  if (code === resourceLocked) return { name, isThere: true, consumers: undefined }
  throw new AmqpRefusal(replyOf(answer))
}

/** The text of a close: `ACCESS_REFUSED - Login was refused …`. */
const replyOf = ({ args }: Method): string => args.toString('utf8', 3, 3 + (args[2] ?? 0))
