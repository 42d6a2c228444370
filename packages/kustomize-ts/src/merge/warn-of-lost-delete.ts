import type { Node } from '../model/node.ts'
import { noTypes } from '../tables/merge-schema.ts'
import { readMapDirective } from './directive.ts'
import type { MergeContext } from './merge-context.ts'

/** An element that is to be deleted and is not there: its keys are probably misspelt. */
export function warnOfLostDelete(element: Node, context: MergeContext): void {
  if (element.kind !== 'map' || !element.entries.has('$patch')) return
  if (readMapDirective(element, { table: noTypes, diagnostics: [] }).directive !== 'delete') return
  const keys = [...element.entries].filter(([key]) => key !== '$patch')
  const parts = keys.flatMap(([key, { value }]) => (value.kind === 'scalar' ? [`${key} "${value.text}"`] : []))
  context.diagnostics.push({
    code: 'patch-deletes-nothing',
    severity: 'warning',
    message: `no element of this list has ${parts.join(', ') || 'these keys'}`,
    fix: 'write the keys as the target has them, or take the element out of the patch',
    source: keys[0]?.[1].value.at ?? element.at,
  })
}
