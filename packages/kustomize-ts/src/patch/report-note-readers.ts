import type { BuildContext } from '../build/target.ts'
import { hasNotes } from '../item/is-noted.ts'
import type { Operation } from '../json6902/operation.ts'
import { parsePointer } from '../json6902/pointer.ts'
import type { ScalarNode } from '../model/node.ts'

/**
 * Refuses what reads the annotations of an item together with what kustomize has noted there: a copy has the notes in
 * it, and a test of all annotations differs by them.
 */
export function reportNoteReaders(operations: readonly Operation[], build: BuildContext): void {
  for (const operation of operations) {
    const read = readPlace(operation)
    const pointer = read && parsePointer(read.text)
    if (read === undefined || pointer === undefined || !hasNotes([...pointer.parents, pointer.key])) continue
    build.report({
      code: 'patch-reads-notes',
      severity: 'error',
      message: `"${operation.op}" reads ${read.text} together with what kustomize notes in annotations while it builds (internal.config.kubernetes.io/…), which kustomize-ts does not write`,
      fix: 'name the labels or annotations that are meant, one by one',
      source: read.at,
    })
  }
}

function readPlace({ op, path, from }: Operation): ScalarNode | undefined {
  if (op === 'test') return path
  return op === 'copy' || op === 'move' ? from : undefined
}
