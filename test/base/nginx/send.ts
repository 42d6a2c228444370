import { type IncomingMessage, request } from 'node:http'

/** Sends the request target exactly as it is given. */
export function send(
  port: number,
  path: string,
  method = 'GET',
  body?: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, agent: false }, answer => resolve(read(answer)))
    outgoing.on('error', reject).end(body)
  })
}

async function read(answer: IncomingMessage): Promise<{ status: number; body: string }> {
  let body = ''
  for await (const chunk of answer) body += chunk
  return { status: answer.statusCode ?? 0, body }
}
