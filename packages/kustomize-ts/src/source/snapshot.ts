import type { FileSystem } from './file-system.ts'

/** A file system that asks another one about each path only once: for builds during which no file changes. */
export function createSnapshot(files: FileSystem): FileSystem {
  return { stat: askOnce(files.stat), readFile: askOnce(files.readFile), realPath: askOnce(files.realPath) }
}

/** A failure is asked about again: it is rare, and thrown. */
function askOnce<Answer>(ask: (path: string) => Answer): (path: string) => Answer {
  const answers = new Map<string, Answer>()
  return path => {
    const known = answers.get(path)
    if (known !== undefined || answers.has(path)) return known as Answer
    const answer = ask(path)
    answers.set(path, answer)
    return answer
  }
}
