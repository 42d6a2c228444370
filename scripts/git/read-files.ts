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
  const texts = await ask(
    root,
    asked.map(path => `${commit}:${path}`),
  )
  if (texts === undefined) throw new CannotFinish(`git cannot read the files of ${commit.slice(0, 10)}`)
  return new Map(asked.flatMap((path, at) => (texts[at] === undefined ? [] : [[path, texts[at]]])))
}

/** The texts of files by the names that Git gives to contents; one that it does not have is left out. */
export async function readContents(root: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = names.length === 0 ? [] : await ask(root, names)
  if (texts === undefined) throw new CannotFinish('git cannot read the files of earlier commits')
  return new Map(names.flatMap((name, at) => (texts[at] === undefined ? [] : [[name, texts[at]]])))
}

/** A text for each name, undefined where there is no such file; undefined where git fails. */
async function ask(root: string, names: readonly string[]): Promise<readonly (string | undefined)[] | undefined> {
  const input = names.map(name => `${name}\n`).join('')
  const { code, bytes } = await askGit(root, ['cat-file', '--batch'], { input })
  return code === 0 ? [...readAnswers(bytes, names.length)] : undefined
}

/** Each answer is a line, `<hash> blob <size>`, and as many bytes; or `<what was asked> missing`. */
function* readAnswers(output: Buffer, count: number): Generator<string | undefined> {
  let at = 0
  for (let answer = 0; answer < count; answer += 1) {
    const end = output.indexOf('\n', at)
    const size = /^\w+ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1]
    at = end + 1
    yield size === undefined ? undefined : output.toString('utf8', at, at + Number(size))
    if (size !== undefined) at += Number(size) + 1
  }
}
