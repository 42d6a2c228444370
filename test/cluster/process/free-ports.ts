import { createServer } from 'node:net'

// Below the range from which systems take the ports of outgoing connections (Linux 32768…, others 49152…): no client's
// connection takes a port between the moment that it is found free and the one that its server listens.
const [lowest, highest] = [20_000, 32_000]

/** Ports that somebody in this process is about to listen on. */
const given = new Set<number>()

/** Ports of the loopback interface on which nothing listens, all different, and never the same ones twice. */
export async function findFreePorts(count: number, from = random(lowest, highest)): Promise<readonly number[]> {
  const ports: number[] = []
  for (let tried = 0; ports.length < count; tried++) {
    if (tried > highest - lowest) throw new Error(`no ${count} free ports between ${lowest} and ${highest}`)
    const port = lowest + ((from - lowest + tried) % (highest - lowest))
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) ports.push(port)
  }
  return ports
}

const random = (low: number, high: number) => low + Math.floor(Math.random() * (high - low))

/** Asked of all interfaces, since some programs listen on all of them. */
function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}
