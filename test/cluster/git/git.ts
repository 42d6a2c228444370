import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'

const run = promisify(execFile)

const identity = { NAME: 'Test', EMAIL: 'test@example.org' }

/** Output of a git command in a folder; nothing of the user's own settings takes part. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    ...Object.fromEntries(
      Object.entries(identity).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  }
  const { stdout } = await run('git', args, { cwd: folder, env }).catch((error: Error & { stderr?: string }) => {
    throw new CannotFinish(`git ${args.join(' ')}: ${error.stderr?.trim() || error.message}`)
  })
  return stdout.trim()
}
