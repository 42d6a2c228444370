import { posix } from 'node:path'
import type { FileSystem } from './file-system.ts'

/** A file system of these files (absolute path → content) and the folders above them, without symbolic links. */
export function createMemoryFileSystem(files: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]))
  const folders = new Set([...contents.keys()].flatMap(listParents))
  const find = (path: string) => contents.get(path) ?? refuse(path)
  return {
    stat: path => {
      const content = contents.get(path)
      if (content !== undefined) return { kind: 'file', size: content.length }
      return folders.has(path) ? { kind: 'directory', size: 0 } : undefined
    },
    readFile: find,
    realPath: path => (folders.has(path) || contents.has(path) ? path : refuse(path)),
  }
}

function listParents(path: string): readonly string[] {
  const parent = posix.dirname(path)
  return parent === path ? [parent] : [parent, ...listParents(parent)]
}

function refuse(path: string): never {
  throw Object.assign(new Error(`ENOENT: no such file or directory, '${path}'`), { code: 'ENOENT' })
}
