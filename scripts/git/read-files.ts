import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { CannotFinish } from '../model/cannot-finish.ts'

/** The texts of files in a commit, by their paths; a file that it does not have is left out. */
export async function readFiles(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // One line asks for one file: what has a line end in its name is none of ours.
  const asked = paths.filter(path => !path.includes('\n'))
  if (asked.length === 0) return new Map()
  const child = spawn('git', ['cat-file', '--batch'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  child.stdin.on('error', () => {})
  child.stdin.end(asked.map(path => `${commit}:${path}\n`).join(''))
  const output = await buffer(child.stdout)
  if ((await ended) !== 0) throw new CannotFinish(`git cannot read the files of ${commit.slice(0, 10)}`)
  return new Map(readAnswers(output, asked))
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
