import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { BuildOptions } from '../build/build.ts'
import { createCache } from '../source/cache.ts'
import { answerLine } from './answer-line.ts'
import { run } from './run.ts'

const workingDirectory = process.cwd()

/** Answers each line as it comes, so that another program can ask one after the other. */
async function runBatch(options: BuildOptions): Promise<void> {
  const shared = { ...options, cache: createCache() }
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = answerLine(line, workingDirectory, shared)
    if (answer !== undefined) process.stdout.write(`${answer}\n`)
  }
}

// Whoever reads may have read enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
const { exitCode, stdout, stderr, files = [], batch } = run(process.argv.slice(2), workingDirectory)
process.stderr.write(stderr)
process.stdout.write(stdout)
process.exitCode = exitCode
for (const { path, text } of files) {
  try {
    writeFileSync(path, text)
  } catch (error) {
    process.stderr.write(`Error: cannot write ${path}: ${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 2
    break
  }
}
if (batch !== undefined) await runBatch(batch)
