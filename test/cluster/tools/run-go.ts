import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { startProcess } from '../process/start-process.ts'
import { readTail } from '../process/tail.ts'

/** Output of a Go command in a module's folder; what Go says against it is the error. It ends when this process does. */
export async function runGo(state: string, cwd: string, args: readonly string[]): Promise<string> {
  const log = join(state, 'go.log')
  rmSync(log, { force: true })
  const { ended } = startProcess(state, { name: 'go', program: 'go', args, cwd, env: { CGO_ENABLED: '0' } })
  const ticking = setInterval(() => {}, 1_000) // what is started here does not keep this process alive by itself
  const code = await ended.finally(() => clearInterval(ticking))
  if (code === 0) return readFileSync(log, 'utf8')
  const where = `test/cluster/tools/${basename(cwd)}`
  throw new CannotFinish(
    `go ${args[0]} ${args.at(-1)} failed in ${where} (Go 1.26 or later is needed):\n${readTail(log)}`,
  )
}
