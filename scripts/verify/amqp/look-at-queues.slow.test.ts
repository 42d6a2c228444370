import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtQueues } from './look-at-queues.ts'
import { consume } from './testing/consume.ts'

const program = '/usr/lib/rabbitmq/bin/rabbitmq-server'
const isThere = existsSync(program)
if (!isThere) console.warn(`skipped: 3 tests need ${program} (Debian's package rabbitmq-server)`)

const login = { username: 'fogflow', password: 'a.~-_b' }
const folder = mkdtempSync(join(tmpdir(), 'fogflow-gitops-rabbitmq-'))
let rabbitmq: ChildProcess
let names: ChildProcess
let port: number

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: found } = server.address() as AddressInfo
  server.close()
  return found
}

async function open(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

async function look(password: string, ...names: string[]) {
  const socket = await open()
  try {
    return await lookAtQueues(socket, { ...login, password }, names)
  } finally {
    socket.destroy()
  }
}

describe.skipIf(!isThere)('a real RabbitMQ', () => {
  beforeAll(async () => {
    const [amqp, distribution] = [await findPort(), await findPort()]
    port = amqp
    writeFileSync(join(folder, 'rabbitmq.conf'), `default_user = ${login.username}\ndefault_pass = ${login.password}\n`)
    writeFileSync(join(folder, 'enabled_plugins'), '[].\n')
    const namesPort = String(await findPort())
    names = spawn('epmd', ['-address', '127.0.0.1', '-port', namesPort], { stdio: 'ignore' }) // else Erlang leaves one behind
    rabbitmq = spawn(program, [], {
      stdio: 'ignore',
      detached: true,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        ERL_EPMD_PORT: namesPort,
        RABBITMQ_NODENAME: 'verify@localhost',
        RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
        RABBITMQ_NODE_PORT: String(amqp),
        RABBITMQ_DIST_PORT: String(distribution),
        RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
        RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
        RABBITMQ_MNESIA_BASE: join(folder, 'data'),
        RABBITMQ_LOG_BASE: join(folder, 'log'),
        RABBITMQ_PID_FILE: join(folder, 'pid'),
      },
    })
    while (true) {
      const isUp = await look(login.password).then(
        () => true,
        () => false,
      )
      if (isUp) return
      if (rabbitmq.exitCode !== null) throw new Error(`RabbitMQ has ended: ${rabbitmq.exitCode}`)
      await sleep(200)
    }
  })

  it('tells a queue with a consumer from one that is not there', async () => {
    const socket = await open()
    await consume(socket, login.username, login.password, 'Worker.901.worker-0')
    expect(await look(login.password, 'Master.901', 'Worker.901.worker-0', 'fogflow-designer')).toEqual([
      { name: 'Master.901', isThere: false, consumers: 0 },
      { name: 'Worker.901.worker-0', isThere: true, consumers: 1 },
      { name: 'fogflow-designer', isThere: false, consumers: 0 },
    ])
    socket.destroy()
  })

  it('leaves a queue as it is: it goes away with its own consumer only', async () => {
    const socket = await open()
    await consume(socket, login.username, login.password, 'Master.901')
    for (let times = 0; times < 3; times++) expect((await look(login.password, 'Master.901'))[0]?.isThere).toBe(true)
    socket.destroy()
    while ((await look(login.password, 'Master.901'))[0]?.isThere) await sleep(50)
  })

  it('says so when it refuses a password', async () => {
    await expect(look('wrong', 'Master.901')).rejects.toThrow(/^ACCESS_REFUSED/)
  })
})

afterAll(async () => {
  if (rabbitmq?.pid !== undefined && rabbitmq.exitCode === null) {
    process.kill(-rabbitmq.pid, 'SIGTERM') // of its own group: the wrapper and Erlang
    await once(rabbitmq, 'exit')
  }
  names?.kill()
  rmSync(folder, { recursive: true, force: true })
})
