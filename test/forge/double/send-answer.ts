import type { ServerResponse } from 'node:http'
import type { Answer } from './endpoint.ts'

export function sendAnswer(outgoing: ServerResponse, { status, body, headers }: Answer): void {
  outgoing.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(toText(body))
}

/** Half of an answer, and then nothing. */
export function sendHalf(outgoing: ServerResponse, { status, body, headers }: Answer): void {
  const text = Buffer.from(toText(body))
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length + 1, ...headers })
  outgoing.write(text.subarray(0, text.length / 2), () => outgoing.destroy())
}

function toText(body: unknown): string {
  if (body === undefined) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}
