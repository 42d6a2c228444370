import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import type { FileStat, FileSystem } from './file-system.ts'

/** The file system of this machine. */
export const disk: FileSystem = {
  stat: path => {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats === undefined ? undefined : describeStats(stats)
  },
  readFile: path => readFileSync(path),
  realPath: path => realpathSync.native(path),
}

function describeStats(stats: Stats): FileStat {
  return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other', size: stats.size }
}
