import { createServer as createHttpServer, type Server } from 'node:http'
import { type AddressInfo, createServer, type Server as TcpServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { findBusybox, type RunScript } from './busybox.ts'

const runScript = findBusybox('the tests of wait-for.sh')
const open: (Server | TcpServer)[] = []

afterAll(() => {
  for (const server of open) server.close()
})

const waitFor = (...addresses: string[]) => (runScript as RunScript)('base/init-containers/wait-for.sh', addresses)

async function listen(server: Server | TcpServer): Promise<string> {
  open.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers the statuses in turn, the last one for ever. */
function httpServer(...statuses: number[]): Promise<string> {
  const answer = () => (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 500
  return listen(createHttpServer((_, response) => response.writeHead(answer()).end()))
}

const amqpHeader = Buffer.from('AMQP\0\0\x09\x01', 'latin1')
const connectionStart = Buffer.from([1, 0, 0, 0, 0, 0, 4, 0, 10, 0, 10, 0xce])

/** Speaks first what a RabbitMQ would: Connection.Start after its own header, that header after any other. */
function amqpServer(): Promise<string> {
  return listen(
    createServer(socket => {
      socket.on('error', () => {})
      socket.once('data', data => (data.equals(amqpHeader) ? socket.write(connectionStart) : socket.end(amqpHeader)))
    }),
  )
}

/** What never answers is asked until the test's own time is over; the script is ended by a signal. */
const stillWaiting = { code: 143 }

describe.skipIf(!runScript)('wait-for.sh', { concurrent: true }, () => {
  it('returns when everything answers', async () => {
    const [http, amqp] = [await httpServer(200), await amqpServer()]
    const outcome = await waitFor(`http://${http}/status`, `amqp://${amqp}`, `tcp://${http}`)
    expect(outcome).toMatchObject({ code: 0 })
  })

  it('reaches an IPv6 address', async () => {
    const server = createServer(socket => socket.on('error', () => {}).end())
    open.push(server)
    await new Promise<void>(resolve => server.listen(0, '::1', resolve))
    expect(await waitFor(`tcp://[::1]:${(server.address() as AddressInfo).port}`)).toMatchObject({ code: 0 })
  })

  it('asks again until the answer is good', async () => {
    expect(await waitFor(`http://${await httpServer(503, 200)}/`)).toMatchObject({ code: 0 })
  })

  it.each([404, 500, 502])('does not take status %i for an answer', async status => {
    expect(await waitFor(`http://${await httpServer(status)}/`)).toMatchObject(stillWaiting)
  })

  it.each(['http', 'amqp', 'tcp'])('waits while nothing listens (%s)', async scheme => {
    const server = createServer()
    const address = await listen(server)
    server.close()
    expect(await waitFor(`${scheme}://${address}`)).toMatchObject(stillWaiting)
  })

  it('does not take another protocol for AMQP', async () => {
    expect(await waitFor(`amqp://${await httpServer(200)}`)).toMatchObject(stillWaiting)
  })

  it('refuses an address that it cannot ask, and none at all', async () => {
    expect(await waitFor('rabbitmq:5672')).toMatchObject({ code: 1 })
    expect(await waitFor()).toMatchObject({ code: 1 })
  })
})
