import type { FileStat, FileSystem } from './file-system.ts'

/** A question to a file system and its answer; a failure is an answer too, which never repeats. */
export interface Observation {
  readonly ask: keyof FileSystem
  readonly path: string
  readonly answer: unknown
}

export interface ObservedFileSystem {
  readonly fileSystem: FileSystem
  /** What was asked so far, each question once. */
  observed(): readonly Observation[]
}

const failed = Symbol('failed')

/** A file system that notes what it is asked. */
export function observe(files: FileSystem): ObservedFileSystem {
  const notes = new Map<string, Observation>()
  const noting =
    <Answer>(ask: keyof FileSystem, question: (path: string) => Answer) =>
    (path: string): Answer => {
      const key = `${ask} ${path}`
      notes.set(key, { ask, path, answer: failed })
      const answer = question(path)
      notes.set(key, { ask, path, answer })
      return answer
    }
  const fileSystem: FileSystem = {
    stat: noting('stat', files.stat),
    readFile: noting('readFile', files.readFile),
    realPath: noting('realPath', files.realPath),
  }
  return { fileSystem, observed: () => [...notes.values()] }
}

/** Whether a file system gives the same answer again. Asks it anew, so that who watches sees every question. */
export function repeats({ ask, path, answer }: Observation, files: FileSystem): boolean {
  try {
    return answer !== failed && isSame(answer, files[ask](path))
  } catch {
    return false
  }
}

function isSame(before: unknown, now: unknown): boolean {
  if (before === now) return true
  if (before instanceof Uint8Array && now instanceof Uint8Array) return Buffer.compare(before, now) === 0
  return isStat(before) && isStat(now) && before.kind === now.kind && before.size === now.size
}

function isStat(answer: unknown): answer is FileStat {
  return typeof answer === 'object' && answer !== null && 'kind' in answer
}
