import { Duplex, PassThrough } from 'node:stream'
import type { PortForward } from '@kubernetes/client-node'
import type { PodPort } from './api.ts'
import { ApiFailure } from './api-failure.ts'

/**
 * A port-forward as a stream. What the node says against it (nothing listens, no such container) comes on a channel of
 * its own while the data just end: the stream fails with that text.
 */
export async function connectPort(forward: PortForward, { namespace, pod, port }: PodPort): Promise<Duplex> {
  const [input, output, complaints] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const socket = await forward
    .portForward(namespace, pod, [port], output, complaints, input)
    .catch((error: { readonly message?: string }) => {
      throw failureOf(error.message ?? String(error))
    })
  if (typeof socket === 'function') throw new Error('a port-forward without retries has one socket')
  const stream = Duplex.from({ readable: output, writable: input })
  complaints.on('data', (text: Buffer) => stream.destroy(new ApiFailure(text.toString('utf8').trim())))
  socket.addEventListener('close', () => output.end())
  stream.on('close', () => socket.close())
  stream.on('error', () => {}) // whoever reads from it hears of it
  return stream
}

/** The library says what an upgrade that failed was answered with: `Unexpected server response: 403`. */
function failureOf(message: string): ApiFailure {
  const [, status] = /server response: (\d+)/.exec(message) ?? []
  if (status === undefined) return new ApiFailure(`the port-forward fails: ${message}`)
  return new ApiFailure(`the port-forward is answered with status ${status}`, Number(status))
}
