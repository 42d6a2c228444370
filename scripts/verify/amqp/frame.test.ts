import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeMethod, type Method, readMethods, shortString } from './frame.ts'

async function read(bytes: Buffer, sizes: readonly number[] = [bytes.length]): Promise<readonly Method[]> {
  const chunks: Buffer[] = []
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const size = sizes[index % sizes.length] ?? 1
    chunks.push(bytes.subarray(at, at + size))
    at += size
  }
  const methods: Method[] = []
  for await (const method of readMethods(Readable.from(chunks))) methods.push(method)
  return methods
}

const method = fc.record({
  channel: fc.nat(0xffff),
  id: fc.tuple(fc.nat(0xffff), fc.nat(0xffff)).map(([klass, number]) => `${klass}.${number}`),
  args: fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)),
})

it('reads what it writes, however the stream is cut', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(method),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
      async (all, sizes) => {
        const bytes = Buffer.concat(all.map(({ channel, id, args }) => encodeMethod(channel, id, args)))
        expect(await read(bytes, sizes)).toEqual(all)
      },
    ),
  ))

it('passes over heartbeats', async () => {
  const heartbeat = Buffer.from([8, 0, 0, 0, 0, 0, 0, 0xce])
  expect(await read(Buffer.concat([heartbeat, encodeMethod(1, '20.11')]))).toMatchObject([{ channel: 1, id: '20.11' }])
})

it('says so when the other side speaks something else', async () => {
  await expect(read(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))).rejects.toThrow(/does not speak AMQP/)
  await expect(read(Buffer.from('AMQP\0\0\x09\x00', 'latin1'))).rejects.toThrow(/another version/)
})

it('ends, whatever comes', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async bytes => {
      const outcome = await read(Buffer.from(bytes)).catch((error: Error) => error)
      expect(Array.isArray(outcome) || outcome instanceof Error).toBe(true)
    }),
  ))

it('counts bytes of a string, not characters', () => {
  expect(shortString('é')).toEqual(Buffer.from([2, 0xc3, 0xa9]))
})
