import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import { addDiff } from './cli/diff.ts'
import { addExplain } from './cli/explain.ts'
import { addGenerate } from './cli/generate.ts'
import { addHistory } from './cli/history.ts'
import { addImport } from './cli/import.ts'
import { addNew } from './cli/new.ts'
import { addReach } from './cli/reach.ts'
import { addRender } from './cli/render.ts'
import { addRollback } from './cli/rollback.ts'
import { addRollout } from './cli/rollout.ts'
import type { Run } from './cli/run.ts'
import { addSecret } from './cli/secret.ts'
import { addValidate } from './cli/validate.ts'
import { addVerify } from './cli/verify.ts'
import { CannotFinish } from './model/cannot-finish.ts'
import type { Environment, ForgeAccess } from './model/environment.ts'

const environment: Environment = {
  root: fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, ''),
  // npm runs a script in the package's folder, and says in INIT_CWD where the user stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  isWatched: process.stderr.isTTY === true,
  webUrl: nameWebUrl(process.env),
  forge: readForgeAccess(process.env),
  hasColor: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  write: text => void process.stdout.write(text),
  writeError: text => void process.stderr.write(text),
  readInput: async () => (process.stdin.isTTY ? undefined : readStart(process.stdin)),
  elapsed: () => performance.now(),
  now: () => new Date(),
}

/** A workflow of GitHub Actions says where it runs; HEAD is the default branch there. */
function nameWebUrl({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: NodeJS.ProcessEnv): string | undefined {
  const isKnown = GITHUB_SERVER_URL && GITHUB_REPOSITORY
  return isKnown ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/HEAD` : undefined
}

function readForgeAccess({
  GITHUB_TOKEN,
  GITHUB_API_URL,
  GITHUB_REPOSITORY,
}: NodeJS.ProcessEnv): ForgeAccess | undefined {
  if (!GITHUB_TOKEN) return undefined
  return { token: GITHUB_TOKEN, apiUrl: GITHUB_API_URL || 'https://api.github.com', repository: GITHUB_REPOSITORY }
}

const interruption = new AbortController()
let isAwaited = false

/** The first Ctrl-C, or the end of the terminal, asks the command to end; the second one ends it. */
function awaitInterruption(): AbortSignal {
  isAwaited = true
  const end = () => {
    console.error('\ninterrupted: it cleans up and ends (Ctrl-C again ends it at once, whatever is left behind)')
    interruption.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  return interruption.signal
}

const program = new Command('npm run')
  .description('Validates and renders a FogFlow deployment that is kept in Git.')
  .usage('<command> -- [options]')
  .showHelpAfterError('(--help shows what there is)')
  .exitOverride()

const run: Run = async work => {
  process.exitCode = await work(environment, awaitInterruption)
}

for (const add of [
  ...[addValidate, addRender, addExplain, addReach, addDiff, addRollback, addRollout, addHistory],
  ...[addGenerate, addNew, addSecret, addImport, addVerify],
]) {
  add(program, run)
}

/** The start of a stream: as much as any password or name, and no more of what never ends. */
async function readStart(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length > 64 * 1024) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** What ends a command early: help that was asked for, wrong arguments, a run that cannot be finished, or a bug. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
    return
  }
  process.exitCode = 2
  console.error(
    error instanceof CannotFinish ? `error: ${error.message}` : (describeRefusal(error) ?? describeBug(error)),
  )
}

/** What the operating system would not do, such as to read a file that belongs to somebody else. */
function describeRefusal(error: unknown): string | undefined {
  const isRefusal = error instanceof Error && 'syscall' in error && !process.env.DEBUG
  return isRefusal ? `error: the operating system refuses: ${error.message}` : undefined
}

function describeBug(error: unknown): string {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error))
  if (process.env.DEBUG) return stack
  return `error: this is a bug in fogflow-gitops, please report it: ${message} (DEBUG=1 shows where it happened)`
}

// A reader that has seen enough, such as `head`, closes the pipe (EPIPE), and a terminal that is closed takes nothing more
// (EIO): nothing of ours has failed. What has something to clean up does that first.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    if (isAwaited) interruption.abort()
    else process.exit()
  })
}

// The process ends by itself: process.exit would cut off output that is still on its way into a pipe.
program.parseAsync().catch(fail)
