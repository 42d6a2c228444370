import type { FileSystem } from 'kustomize-ts'

export interface RecordingFileSystem extends FileSystem {
  /** The files read since the last call, by the path asked for and by the real one. */
  takeRead(): ReadonlySet<string>
}

/** A file system that remembers which files were read, and reads each of them only once. */
export function recordReads(files: FileSystem): RecordingFileSystem {
  const contents = new Map<string, Uint8Array>()
  let read = new Set<string>()
  return {
    ...files,
    readFile(path) {
      const content = contents.get(path) ?? files.readFile(path)
      contents.set(path, content)
      read.add(path).add(files.realPath(path))
      return content
    },
    takeRead() {
      const taken = read
      read = new Set()
      return taken
    },
  }
}
