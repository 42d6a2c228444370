import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Summary } from '../summarize.ts'

const run = promisify(execFile)
const chunkSize = 2500
/** As many as there usually are cores on a machine that tests run on. */
const parallel = 2
/** A chunk takes seconds; one that takes this long hangs. In milliseconds. */
const patience = 300_000
/** In MB; far below what a build of a small tree would need if an alias bomb went off in it. */
const memory = 512

/** Builds so many malformed trees, in processes of their own, so that one that hangs or dies is found out. */
export async function runMalformed(count: number, seed: number): Promise<Summary> {
  const faults: string[] = []
  const chunks = Array.from({ length: Math.ceil(count / chunkSize) }, (_, index) => index * chunkSize)
  const work = async () => {
    for (let from = chunks.shift(); from !== undefined; from = chunks.shift()) {
      faults.push(...(await runChunk(seed + from, Math.min(chunkSize, count - from))))
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  const lines = faults.map(fault => `MALFORMED ${fault}`)
  const text = [...lines, `${count} malformed trees: ${faults.length} crashes, hangs and wrong answers`].join('\n')
  return { text, isPassed: faults.length === 0 && count > 0 }
}

async function runChunk(from: number, count: number): Promise<readonly string[]> {
  const script = new URL('judge-chunk.ts', import.meta.url).pathname
  const args = [...process.execArgv, `--max-old-space-size=${memory}`, script, String(from), String(count)]
  try {
    const { stdout } = await run(process.execPath, args, { timeout: patience, maxBuffer: 1 << 28 })
    return stdout.split('\n').filter(line => line.includes(': '))
  } catch (error) {
    const { stdout = '', signal, message } = error as { stdout?: string; signal?: string; message: string }
    const last = stdout.trim().split('\n').at(-1) || `somewhere from ${from}`
    return [`${last}: ${signal === 'SIGTERM' ? 'hangs' : `dies: ${message.slice(-300)}`}`]
  }
}
