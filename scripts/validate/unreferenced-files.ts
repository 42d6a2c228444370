import type { Diagnostic } from '../model/diagnostic.ts'
import type { Rendered } from '../model/rendered.ts'
import { isInside } from '../path/name-path.ts'

/**
 * Files that stand where kustomizations are and are read by none of them: what is in them is deployed nowhere. Nothing
 * is said while a kustomization does not build, nor about the files of a component that nobody uses.
 */
export function findUnreferenced(owned: readonly string[], rendered: Rendered): readonly Diagnostic[] {
  if (!rendered.isWhole) return []
  return owned
    .filter(file => !rendered.read.has(file) && !rendered.unused.some(folder => isInside(folder, file)))
    .map(file => ({
      code: 'unreferenced-file',
      severity: 'error',
      message: 'no kustomization refers to this file, so it is deployed nowhere',
      fix: 'add it to the kustomization of its folder, or delete it',
      source: { file, line: 1, column: 1 },
    }))
}
