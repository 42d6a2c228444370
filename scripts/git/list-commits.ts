import { CannotFinish } from '../model/cannot-finish.ts'
import { runGit } from './git.ts'

/** A file that a commit changes, with the names of its contents; a side is undefined where the file is not there. */
export interface FileStep {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface Commit {
  readonly hash: string
  /** When it was committed, in milliseconds since 1970. */
  readonly at: number
  readonly message: string
  readonly files: readonly FileStep[]
}

/**
 * The commits on the way of the first parents that change something in some folders, the oldest first. Throws
 * CannotFinish for a shallow clone.
 */
export async function listCommits(root: string, tip: string, folders: readonly string[]): Promise<readonly Commit[]> {
  if ((await runGit(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true')
    throw new CannotFinish('the clone is shallow, and half a history has other figures: run `git fetch --unshallow`')
  const output = await runGit(root, [
    ...['log', '--first-parent', '--reverse', '--diff-merges=first-parent', '--root', '--raw', '--no-abbrev'],
    ...['--no-renames', '-z', '--format=%H%x00%ct%x00%B', tip, '--', ...folders.map(name => `:/${name}`)],
  ])
  return [...readCommits(output.split('\0'))]
}

/** A hash, a time and a message; then for each file `:<mode> <mode> <hash> <hash> <letter>` and its path. */
function* readCommits(tokens: readonly string[]): Generator<Commit> {
  for (let at = 0; at < tokens.length; ) {
    const hash = tokens[at]?.trim() ?? ''
    if (!/^[0-9a-f]{40,64}$/.test(hash)) {
      at += 1
      continue
    }
    const [seconds, message = ''] = tokens.slice(at + 1, at + 3)
    const files: FileStep[] = []
    for (at += 3; at < tokens.length && !/^\s*[0-9a-f]{40,64}$/.test(tokens[at] ?? ''); at += 1) {
      const [, before = '', after = ''] = /^\s*:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [A-Z]/.exec(tokens[at] ?? '') ?? []
      if (before === '') continue
      at += 1
      files.push({ path: tokens[at] ?? '', before: nameOf(before), after: nameOf(after) })
    }
    yield { hash, at: Number(seconds) * 1000, message, files }
  }
}

const nameOf = (hash: string) => (/^0+$/.test(hash) ? undefined : hash)
