import type { Diagnostic } from '../model/diagnostic.ts'

/** Files that stand where kustomizations are and are read by none of them: what is in them is deployed nowhere. */
export function findUnreferenced(owned: readonly string[], read: ReadonlySet<string>): readonly Diagnostic[] {
  return owned
    .filter(file => !read.has(file))
    .map(file => ({
      code: 'unreferenced-file',
      severity: 'error',
      message: 'no kustomization refers to this file, so it is deployed nowhere',
      fix: 'add it to the kustomization of its folder, or delete it',
      source: { file, line: 1, column: 1 },
    }))
}
