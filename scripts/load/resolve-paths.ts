import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Whereabouts } from '../model/environment.ts'

/** The folders that are judged when no PATH is named. */
const defaultFolders: readonly string[] = ['base', 'overlays', 'clusters']

export interface Target {
  /** Absolute. */
  readonly path: string
  readonly isFolder: boolean
  /** Whether every file must belong to a kustomization: in the repository's own folders nothing else is deployed. */
  readonly isStrict: boolean
}

/** What the PATHs point at. A PATH is relative to the folder in which the user stands. */
export function resolvePaths(paths: readonly string[], environment: Whereabouts): readonly Target[] {
  if (paths.length > 0) return paths.map(path => resolvePath(path, environment.cwd))
  const folders = defaultFolders.map(name => join(environment.root, name)).filter(path => existsSync(path))
  if (folders.length > 0) return folders.map(path => ({ path, isFolder: true, isStrict: true }))
  throw new CannotFinish(`${environment.root} has none of ${defaultFolders.join(', ')}: name a PATH to validate`)
}

function resolvePath(path: string, cwd: string): Target {
  const absolute = resolve(cwd, path)
  try {
    const stats = statSync(absolute)
    if (stats.isFile() || stats.isDirectory()) return { path: absolute, isFolder: stats.isDirectory(), isStrict: false }
  } catch (error) {
    throw new CannotFinish(`${JSON.stringify(path)} ${whyNot(error)} (looked for ${absolute})`)
  }
  throw new CannotFinish(`${JSON.stringify(path)} is neither a file nor a folder`)
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist'
  return code === 'EACCES' || code === 'EPERM' ? 'may not be read' : `cannot be read: ${String(error)}`
}
