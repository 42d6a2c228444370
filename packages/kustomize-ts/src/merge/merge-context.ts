import type { Diagnostic } from '../model/diagnostic.ts'
import type { Node } from '../model/node.ts'
import type { SchemaTable } from '../tables/merge-schema.ts'

/** What all steps of one merge share. */
export interface MergeContext {
  readonly table: SchemaTable
  readonly diagnostics: Diagnostic[]
}

const NOUNS = { map: 'a map', seq: 'a list', scalar: 'a single value' } as const

/** A merge of two nodes that have nothing in common. The build fails, so what comes out of the merge does not matter. */
export function reportKind(found: Node, expected: Node['kind'], context: MergeContext): void {
  context.diagnostics.push({
    code: 'patch-wrong-kind',
    severity: 'error',
    message: `here is ${NOUNS[found.kind]}, where the merge needs ${NOUNS[expected]}`,
    fix: 'give the patch the shape of its target',
    source: found.at,
  })
}
