import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../busybox.ts'
import { type Records, startDns } from './dns.ts'
import { freePort } from './free-port.ts'
import { send } from './send.ts'
import { startUpstream, type Upstream } from './upstream.ts'

/** The front door with everything behind it, on addresses of the loopback network. */
export interface Site {
  readonly port: number
  readonly designer: Upstream
  readonly discovery: Upstream
  /** Three broker shards, on the same port of three addresses. */
  readonly shards: readonly Upstream[]
  /** Makes the names known to nginx; before, no name exists. */
  readonly announce: () => void
  readonly stop: () => Promise<void>
}

/** Starts nginx with the configuration of base/nginx; only its ports and folders are the test's own. */
export async function startSite(nginx: string): Promise<Site> {
  const designer = await startUpstream('designer', '127.0.0.1')
  const discovery = await startUpstream('discovery', '127.0.0.1')
  const first = await startUpstream('shard', '127.0.0.2')
  const others = await Promise.all(['127.0.0.3', '127.0.0.4'].map(host => startUpstream('shard', host, first.port)))
  const records: Records = new Map()
  const dns = await startDns(records)
  const port = await freePort()
  const ports = { 8080: designer.port, 8090: discovery.port, 8070: first.port }
  const child = await startNginx(nginx, port, ports, dns.address().port)
  const upstreams = [designer, discovery, first, ...others]
  return {
    port,
    designer,
    discovery,
    shards: [first, ...others],
    announce: () => announce(records),
    stop: async () => {
      dns.close()
      for (const { server } of upstreams) server.close().closeAllConnections()
      await stop(child)
    },
  }
}

function announce(records: Records): void {
  const name = (component: string) => `${component}.fogflow.svc.cluster.local`
  records.set(name('designer'), ['127.0.0.1'])
  records.set(name('discovery'), ['127.0.0.1'])
  records.set(name('broker-shards'), ['127.0.0.2', '127.0.0.3', '127.0.0.4'])
}

async function startNginx(nginx: string, port: number, ports: Record<string, number>, dns: number) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const template = readFileSync(join(root, 'base/nginx/nginx.conf'), 'utf8')
  const conf = template
    .replaceAll('${POD_NAMESPACE}', 'fogflow')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replaceAll(/(cluster\.local):(\d+)/g, (_, host, number) => `${host}:${ports[number]}`)
    .replaceAll('/tmp/', `${folder}/`)
    .replace('/dev/stdout', `${folder}/access.log`)
  writeFileSync(join(folder, 'nginx.conf'), conf)
  writeFileSync(join(folder, 'resolver.conf'), `resolver 127.0.0.1:${dns} valid=1s;\n`)
  const child = spawn(nginx, ['-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const messages: string[] = []
  child.stderr.setEncoding('utf8').on('data', text => messages.push(text))
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break
    if (await send(port, '/healthz').catch(() => undefined)) return child
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`nginx does not answer: ${messages.join('')}`)
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
