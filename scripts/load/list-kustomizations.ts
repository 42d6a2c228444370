import { existsSync } from 'node:fs'
import type { KustomizationFolder } from '../model/loaded.ts'
import { loadFolder } from './load-folder.ts'

/** The kustomizations (no components) in a folder and below it; none where the folder does not exist. */
export function listKustomizations(path: string, nameOf: (path: string) => string): readonly KustomizationFolder[] {
  if (!existsSync(path)) return []
  return loadFolder(path, { isStrict: true, nameOf }).kustomizations.filter(({ isComponent }) => !isComponent)
}
