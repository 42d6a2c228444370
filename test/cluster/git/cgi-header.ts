import type { Readable } from 'node:stream'

export interface CgiHeader {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** What has been read of the body. */
  readonly rest: Buffer
}

/** Reads the header of what a CGI program writes, and leaves the rest of the body in the stream. */
export async function readHeader(output: Readable): Promise<CgiHeader> {
  let read = Buffer.alloc(0)
  const iterator = output.iterator({ destroyOnReturn: false })
  for await (const chunk of iterator) {
    read = Buffer.concat([read, chunk as Buffer])
    const end = read.indexOf('\r\n\r\n')
    if (end >= 0) return { ...parseHeader(read.toString('latin1', 0, end)), rest: read.subarray(end + 4) }
  }
  throw new Error(`it ended before its header did: ${read.toString('latin1')}`)
}

/** Fields of CGI's header; `Status` is the one that is not sent on. */
export function parseHeader(text: string): Omit<CgiHeader, 'rest'> {
  const fields = text.split('\r\n').map(line => /^([^:]+):\s*(.*)$/.exec(line) ?? ['', '', ''])
  const isStatus = (name = '') => name.toLowerCase() === 'status'
  const status = fields.find(([, name]) => isStatus(name))?.[2]
  const headers = fields.flatMap(([, name = '', value = '']) =>
    name && !isStatus(name) ? [[name, value] as const] : [],
  )
  return { status: status ? Number.parseInt(status, 10) : 200, headers: Object.fromEntries(headers) }
}
