import { type Dirent, existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { unreadable } from './read-text.ts'

/** The names under which kustomize looks for a kustomization (api/konfig/general.go). */
const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** One folder with what it holds directly, names sorted. */
export interface Folder {
  /** Absolute. */
  readonly path: string
  readonly files: readonly string[]
  readonly folders: readonly Folder[]
  /** The kustomization file, where there is one. */
  readonly kustomization?: string
}

export interface Walk {
  readonly folder: Folder
  readonly diagnostics: readonly Diagnostic[]
}

/** The tree below a folder. Hidden folders and node_modules hold no manifests; a link is followed once. */
export function walk(path: string): Walk {
  const diagnostics: Diagnostic[] = []
  const seen = new Set<string>()
  return { folder: walkFolder(path), diagnostics }

  function walkFolder(path: string): Folder {
    const files: string[] = []
    const folders: Folder[] = []
    for (const entry of list(path)) {
      const child = join(path, entry.name)
      const kind = entry.isSymbolicLink() ? follow(child) : entry
      if (kind?.isFile()) files.push(child)
      if (kind?.isDirectory() && isOpen(entry.name)) folders.push(walkFolder(child))
    }
    const kustomization = kustomizationNames.find(name => files.includes(join(path, name)))
    return { path, files, folders, ...(kustomization !== undefined && { kustomization: join(path, kustomization) }) }
  }

  function list(path: string): readonly Dirent[] {
    try {
      const real = realpathSync(path)
      if (seen.has(real)) return []
      seen.add(real)
      return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      diagnostics.push(unreadable(path, error))
      return []
    }
  }

  function follow(link: string): Stats | undefined {
    try {
      return statSync(link)
    } catch (error) {
      diagnostics.push(unreadable(link, error))
      return undefined
    }
  }
}

function isOpen(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules'
}

export function isKustomizationFile(file: string): boolean {
  return kustomizationNames.includes(basename(file))
}

/** Whether a kustomization in this folder or in one above may own what is here (kustomize lets it read below itself). */
export function isBelowKustomization(folder: string): boolean {
  if (kustomizationNames.some(name => existsSync(join(folder, name)))) return true
  const above = dirname(folder)
  return above !== folder && isBelowKustomization(above)
}
