/** A method of AMQP 0-9-1 (its document, section 4.2): what one side asks or answers on a channel. */
export interface Method {
  readonly channel: number
  /** Class and method number, such as `50.11` for queue.declare-ok. */
  readonly id: string
  readonly args: Buffer
}

const methodFrame = 1
const end = 0xce
const header = 7

/** A frame that carries a method. */
export function encodeMethod(channel: number, id: string, ...args: readonly Buffer[]): Buffer {
  const [klass = 0, method = 0] = id.split('.').map(Number)
  const payload = Buffer.concat([uint16(klass), uint16(method), ...args])
  return Buffer.concat([
    Buffer.from([methodFrame]),
    uint16(channel),
    uint32(payload.length),
    payload,
    Buffer.from([end]),
  ])
}

/** The methods in the frames of a stream; other frames (heartbeats) are passed over. Fails where it is not AMQP. */
export async function* readMethods(stream: AsyncIterable<Buffer>): AsyncGenerator<Method, void> {
  let read: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    read = Buffer.concat([read, chunk])
    for (let size = sizeOfFirst(read); size !== undefined; size = sizeOfFirst(read)) {
      if (read[0] === methodFrame) yield decode(read.subarray(0, size - 1))
      read = read.subarray(size)
    }
  }
}

/** Of the first frame, header and end included; undefined while it is not there as a whole. */
function sizeOfFirst(read: Buffer): number | undefined {
  if (read.toString('latin1', 0, 4) === 'AMQP') throw new Error('it speaks another version of AMQP')
  if (read.length < header) return undefined
  const size = header + read.readUInt32BE(3) + 1
  if (size > maxFrame) throw new Error('it does not speak AMQP')
  if (read.length < size) return undefined
  if (read[size - 1] !== end) throw new Error('it does not speak AMQP')
  return size
}

const maxFrame = 1024 * 1024

const decode = (frame: Buffer): Method => ({
  channel: frame.readUInt16BE(1),
  id: `${frame.readUInt16BE(header)}.${frame.readUInt16BE(header + 2)}`,
  args: frame.subarray(header + 4),
})

export function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16BE(value)
  return buffer
}

export function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(value)
  return buffer
}

/** Up to 255 bytes, with their count in one. */
export const shortString = (text: string): Buffer =>
  Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)])

export const longString = (text: string): Buffer => Buffer.concat([uint32(Buffer.byteLength(text)), Buffer.from(text)])
