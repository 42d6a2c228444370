import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
}

export interface LanguageServer {
  request(method: string, params: unknown): Promise<unknown>
  notify(method: string, params: unknown): void
  /** The next notification of that name which fits. */
  next(method: string, fits: (params: unknown) => boolean): Promise<unknown>
  stop(): void
}

/** Runs yaml-language-server as an editor does: over its standard input and output. */
export function startLanguageServer(): LanguageServer {
  const folder = dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json'))
  const server = spawn(process.execPath, [join(folder, 'bin/yaml-language-server'), '--stdio'])
  const waiting: { fits(message: Message): boolean; resolve(value: unknown): void }[] = []
  let received = Buffer.alloc(0)
  let last = 0
  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (let message = take(); message; message = take()) receive(message)
  })

  function take(): Message | undefined {
    const head = received.indexOf('\r\n\r\n')
    const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, Math.max(head, 0)).toString())?.[1])
    if (head < 0 || received.length < head + 4 + length) return undefined
    const text = received.subarray(head + 4, head + 4 + length).toString()
    received = received.subarray(head + 4 + length)
    return JSON.parse(text) as Message
  }

  function receive(message: Message): void {
    // What the server asks of the editor (its settings, say) is answered with nothing.
    if (message.id !== undefined && message.method !== undefined) send({ id: message.id, result: [] })
    const index = waiting.findIndex(({ fits }) => fits(message))
    if (index >= 0) waiting.splice(index, 1)[0]?.resolve(message.method === undefined ? message.result : message.params)
  }

  function send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }

  const wait = (fits: (message: Message) => boolean) =>
    new Promise<unknown>(resolve => {
      waiting.push({ fits, resolve })
    })
  return {
    request: (method, params) => {
      last += 1
      const id = last
      const answer = wait(message => message.id === id && message.method === undefined)
      send({ id, method, params })
      return answer
    },
    notify: (method, params) => send({ method, params }),
    next: (method, fits) => wait(message => message.method === method && fits(message.params)),
    stop: () => server.kill(),
  }
}
