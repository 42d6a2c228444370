export interface FileStat {
  /** What the path leads to, symbolic links followed. `other` is a pipe, socket or device, which is never opened. */
  readonly kind: 'file' | 'directory' | 'other'
  /** In bytes. */
  readonly size: number
}

/**
 * What a build needs from a disk. Paths are absolute, with `/` between their parts. A function that fails (permission,
 * too many links, a file that vanished) throws an error whose `code` is Node's (`EACCES`, `ELOOP`, `ENOENT` …).
 */
export interface FileSystem {
  /** Undefined where there is nothing. */
  stat(path: string): FileStat | undefined
  readFile(path: string): Uint8Array
  /** The path without symbolic links. */
  realPath(path: string): string
}
