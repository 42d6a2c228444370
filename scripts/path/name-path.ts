import { relative, sep } from 'node:path'
import type { Whereabouts } from '../model/environment.ts'

/** How a report names a file or folder: from the repository's root, or from where the user stands for one outside of it. */
export function namePath({ root, cwd }: Whereabouts, path: string): string {
  const from = isInside(root, path) ? root : cwd
  return relative(from, path).split(sep).join('/') || '.'
}

/** Whether `path` is `folder` or below it. Both absolute. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
