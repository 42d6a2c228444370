import type { FleetTree } from '../../model/fleet-tree.ts'
import type { FileChange } from '../forge.ts'

/** The files that differ between two trees, in the order of their paths: those of the settings that are named, and what is generated. */
export function listChanges(before: FleetTree, after: FleetTree, settings: readonly string[]): readonly FileChange[] {
  const written = settings.flatMap(path => {
    const text = after.textOf(path)
    return text === before.textOf(path) ? [] : [{ path, text }]
  })
  const generated = [...after.generated].flatMap(([path, text]) =>
    before.generated.get(path) === text ? [] : [{ path, text }],
  )
  const gone = [...before.generated.keys()].flatMap(path =>
    after.generated.has(path) ? [] : [{ path, text: undefined }],
  )
  return [...written, ...generated, ...gone].sort((one, other) => (one.path < other.path ? -1 : 1))
}
