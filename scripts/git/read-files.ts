import { CannotFinish } from '../model/cannot-finish.ts'
import { askGit } from './git.ts'

/** The texts of files in a commit, by their paths; a file that it does not have is left out. */
export async function readFiles(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // One line asks for one file: what has a line end in its name is none of ours.
  const asked = paths.filter(path => !path.includes('\n'))
  if (asked.length === 0) return new Map()
  const input = asked.map(path => `${commit}:${path}\n`).join('')
  const { code, bytes } = await askGit(root, ['cat-file', '--batch'], { input })
  if (code !== 0) throw new CannotFinish(`git cannot read the files of ${commit.slice(0, 10)}`)
  return new Map(readAnswers(bytes, asked))
}

/** Each answer is a line, `<hash> blob <size>`, and as many bytes; or `<what was asked> missing`. */
function* readAnswers(output: Buffer, asked: readonly string[]): Generator<readonly [string, string]> {
  let at = 0
  for (const path of asked) {
    const end = output.indexOf('\n', at)
    const size = /^\w+ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1]
    at = end + 1
    if (size === undefined) continue
    yield [path, output.toString('utf8', at, at + Number(size))]
    at += Number(size) + 1
  }
}
