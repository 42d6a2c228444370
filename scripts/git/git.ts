import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { CannotFinish } from '../model/cannot-finish.ts'

export interface GitOptions {
  /** What the command reads from its standard input. */
  readonly input?: string
  /** Beside the environment of the process. */
  readonly env?: Readonly<Record<string, string>>
  /** Another machine is asked: after so many milliseconds it is too late, and ssh finds no terminal to ask in. */
  readonly patienceMs?: number
}

export interface GitAnswer {
  readonly code: number
  readonly bytes: Buffer
  readonly output: string
  /** The last line of what it wrote to the error output. */
  readonly complaint: string
}

/**
 * Runs git in a folder, without a shell and without asking anybody for anything. Throws CannotFinish where there is no
 * git; what else goes wrong is in the answer.
 */
export async function askGit(
  folder: string,
  args: readonly string[],
  { input, env, patienceMs }: GitOptions = {},
): Promise<GitAnswer> {
  const child = spawn('git', ['-c', 'core.askPass=true', ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(patienceMs !== undefined && { detached: true, timeout: patienceMs }),
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', error => reject(explainAbsence(error)))
    child.on('close', code => resolve(code ?? 1))
  })
  // A git that does not read its input closes the pipe: its exit code says what there is to say.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code, bytes, errors] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)])
  return { code, bytes, output: bytes.toString('utf8'), complaint: errors.trim().split('\n').at(-1) ?? '' }
}

/** What git prints; throws CannotFinish with its complaint where it fails. */
export async function runGit(folder: string, args: readonly string[], options?: GitOptions): Promise<string> {
  const { code, output, complaint } = await askGit(folder, args, options)
  if (code !== 0) throw new CannotFinish(`git ${args[0]} fails: ${complaint.replace(/^(fatal|error): /, '')}`)
  return output
}

/** What git prints, trimmed; undefined where it fails, takes too long or is not there. */
export async function tryGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const answer = await askGit(folder, args, { patienceMs: 20_000 }).catch(() => undefined)
  return answer?.code === 0 ? answer.output.trim() : undefined
}

function explainAbsence(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ENOENT') return error
  return new CannotFinish('there is no git on this machine, or this folder is gone: install git (https://git-scm.com)')
}
