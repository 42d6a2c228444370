import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

const patienceMs = 20_000

/**
 * What a git command in a folder prints, trimmed; undefined where it fails, takes too long or git is not there. It cannot
 * ask for a password: it has no terminal (hence `detached`) and no input.
 */
export async function tryGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const stdio = ['ignore', 'pipe', 'ignore'] as const
  const child = spawn('git', ['-c', 'core.askPass=true', ...args], {
    ...{ cwd: folder, detached: true, timeout: patienceMs },
    stdio: [...stdio],
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve).on('error', () => resolve(null)))
  const output = await text(child.stdout).catch(() => '')
  return (await ended) === 0 ? output.trim() : undefined
}
