import type { FileSystem } from 'kustomize-ts'

export interface RecordingFileSystem extends FileSystem {
  /** The files read since the last call, by the path asked for and by the real one. */
  takeRead(): ReadonlySet<string>
}

/**
 * A file system that remembers which files were read, and asks the disk about each path only once: for the length of a
 * run, files do not change.
 */
export function recordReads(files: FileSystem): RecordingFileSystem {
  const stat = askOnce(files.stat)
  const readFile = askOnce(files.readFile)
  const realPath = askOnce(files.realPath)
  let read = new Set<string>()
  return {
    stat,
    realPath,
    readFile(path) {
      read.add(path).add(realPath(path))
      return readFile(path)
    },
    takeRead() {
      const taken = read
      read = new Set()
      return taken
    },
  }
}

/** Failures are not remembered: they are rare, and thrown. */
function askOnce<Answer>(ask: (path: string) => Answer): (path: string) => Answer {
  const answers = new Map<string, Answer>()
  return path => {
    const known = answers.get(path)
    if (known !== undefined) return known
    const answer = ask(path)
    answers.set(path, answer)
    return answer
  }
}
