import type { Running } from './start-process.ts'
import { waitFor } from './wait-for.ts'

/** Waits until a process answers a GET with 200. */
export async function untilHttp(what: string, url: string, { assertAlive }: Running): Promise<void> {
  const look = async () => {
    const status = await fetch(url).then(
      response => response.status,
      ({ message }: Error) => message,
    )
    return status === 200 ? { done: true } : { still: `${url}: ${status}` }
  }
  await waitFor(what, look, { seconds: 60, assertAlive })
}
