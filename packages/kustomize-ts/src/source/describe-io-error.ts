import type { Diagnostic } from '../model/diagnostic.ts'
import type { WrittenPath } from './loader.ts'

const reasons: Readonly<Record<string, readonly [code: string, message: string, fix: string]>> = {
  EACCES: ['not-readable', 'cannot be read: permission denied', 'give the user who builds permission to read it'],
  EPERM: ['not-readable', 'cannot be read: not permitted', 'give the user who builds permission to read it'],
  ELOOP: ['link-cycle', 'is a symbolic link that leads back to itself', 'point the link at the file'],
  ENAMETOOLONG: ['path-too-long', 'is longer than a path can be', 'shorten the path'],
  ENOENT: ['file-not-found', 'vanished while it was read', 'build again'],
  ENOTDIR: ['file-not-found', 'leads through a file as if it were a folder', 'correct the path'],
}

/** A failed read as a diagnostic at the place that names the path. */
export function describeIoError(error: unknown, path: WrittenPath): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [name, message, fix] = reasons[code] ?? [
    'not-readable',
    `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    'look whether it can be opened by hand',
  ]
  return { code: name, severity: 'error', message: `"${path.text}" ${message}`, fix, source: path.at }
}
