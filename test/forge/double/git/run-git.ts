import { spawnSync } from 'node:child_process'

const identity = {
  ...{ GIT_AUTHOR_NAME: 'forge', GIT_AUTHOR_EMAIL: 'forge@example.org' },
  ...{ GIT_COMMITTER_NAME: 'forge', GIT_COMMITTER_EMAIL: 'forge@example.org' },
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
}

export interface GitOptions {
  readonly input?: string
  readonly variables?: Readonly<Record<string, string>>
}

/** What git says about a bare repository, and its exit code. */
export function askGit(folder: string, args: readonly string[], { input = '', variables }: GitOptions = {}) {
  const { status, stdout, stderr, error } = spawnSync('git', ['--git-dir', folder, ...args], {
    ...{ input, encoding: 'utf8', maxBuffer: 2 ** 28 },
    env: { ...process.env, ...identity, ...variables },
  })
  if (error) throw error
  return { status, output: stdout.trim(), errors: stderr.trim() }
}

/** What git prints, trimmed. Throws where it fails. */
export function runGit(folder: string, args: readonly string[], options?: GitOptions): string {
  const { status, output, errors } = askGit(folder, args, options)
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${errors}`)
  return output
}
