import type { ScalarNode } from '../model/node.ts'
import { refold } from './refold.ts'

/**
 * What go-yaml v3 makes of a scalar when it writes it in its style and reads it again, before v2 prints it. In flow
 * style an empty value and a time become strings; a folded block may gain lines.
 */
export function roundTrip(node: ScalarNode, isFlow: boolean): ScalarNode {
  if (isFlow) return isQuotedInFlow(node) ? { ...node, tag: 'str' } : node
  if (node.style !== 'folded' || node.tag !== 'str') return node
  return { ...node, text: refold(node.text) }
}

/** Nothing, and text with a colon, cannot stand in flow style without quotes. */
function isQuotedInFlow({ tag, text }: ScalarNode): boolean {
  return (tag === 'null' && text === '') || (tag === 'timestamp' && text.includes(':'))
}
