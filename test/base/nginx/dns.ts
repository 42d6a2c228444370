import { createSocket, type Socket } from 'node:dgram'

/** Name → IPv4 addresses; a name that is not there does not exist. */
export type Records = Map<string, string[]>

/**
 * A name server for A records on a free UDP port of 127.0.0.1.
 * The message format is that of RFC 1035 §4.1: a header of 12 bytes, the question, then the answers.
 */
export function startDns(records: Records): Promise<Socket> {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => socket.send(answer(query, records), port, address))
  return new Promise(resolve => socket.bind(0, '127.0.0.1', () => resolve(socket)))
}

function answer(query: Buffer, records: Records): Buffer {
  const { name, end } = readName(query)
  const addresses = query.readUInt16BE(end) === typeA ? records.get(name) : records.has(name) ? [] : undefined
  const header = Buffer.alloc(12)
  query.copy(header, 0, 0, 2)
  header.writeUInt16BE(addresses ? 0x8180 : 0x8183, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses?.length ?? 0, 6)
  return Buffer.concat([header, query.subarray(12, end + 4), ...(addresses ?? []).map(recordA)])
}

const typeA = 1

function readName(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.'), end: at + 1 }
}

/** The name as a pointer to the question, type A, class IN, one second to live, four bytes. */
function recordA(address: string): Buffer {
  return Buffer.from([0xc0, 12, 0, typeA, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)])
}
