import type { Duplex } from 'node:stream'
import { encodeMethod, longString, readMethods, shortString, uint16, uint32 } from '../frame.ts'

/** Consumes from a queue that goes away with its consumer, as FogFlow's communicator declares it; for as long as the stream lives. */
export async function consume(stream: Duplex, username: string, password: string, queue: string): Promise<void> {
  const methods = readMethods(stream)
  const say = async (answer: string, ...frame: Parameters<typeof encodeMethod>) => {
    stream.write(encodeMethod(...frame))
    const { value } = await methods.next()
    if (value?.id !== answer) throw new Error(`answered with ${value?.id} instead of ${answer}`)
  }
  stream.write(Buffer.from('AMQP\0\0\x09\x01', 'latin1'))
  await methods.next()
  const login = longString(`\0${username}\0${password}`)
  await say('10.30', 0, '10.11', uint32(0), shortString('PLAIN'), login, shortString('en_US'))
  stream.write(encodeMethod(0, '10.31', uint16(10), uint32(131_072), uint16(0)))
  await say('10.41', 0, '10.40', shortString('/'), shortString(''), Buffer.from([0]))
  await say('20.11', 1, '20.10', shortString(''))
  const durableAutoDelete = Buffer.from([0b01010])
  await say('50.11', 1, '50.10', uint16(0), shortString(queue), durableAutoDelete, uint32(0))
  await say('60.21', 1, '60.20', uint16(0), shortString(queue), shortString('tag'), Buffer.from([0]), uint32(0))
}
