import type { Diagnostic } from '../model/diagnostic.ts'
import type { ScalarNode } from '../model/node.ts'
import { positionInText } from '../node/position-in-text.ts'
import type { Pair } from './pair.ts'

/** Pairs of `key=value` texts; a pair of quotes around a value is removed. */
export function readLiterals(literals: readonly ScalarNode[], report: (diagnostic: Diagnostic) => void): Pair[] {
  return literals.flatMap(literal => {
    const split = literal.text.indexOf('=')
    if (split <= 0) {
      report(refuseLiteral(literal))
      return []
    }
    const written = literal.text.slice(split + 1)
    const value = removeQuotes(written)
    const valueAt = positionInText(literal, 1, split + 2 + (value === written ? 0 : 1))
    const content = literal.content && { content: { ...literal.content, firstColumn: valueAt.column } }
    return [{ key: literal.text.slice(0, split), keyAt: literal.at, value, valueAt, ...content }]
  })
}

function refuseLiteral(literal: ScalarNode): Diagnostic {
  return {
    code: 'bad-literal',
    severity: 'error',
    message: `invalid literal source ${literal.text}, expected key=value`,
    fix: 'write it as key=value',
    source: literal.at,
  }
}

function removeQuotes(text: string): string {
  const first = text[0]
  const quoted = text.length >= 2 && (first === '"' || first === "'") && text.endsWith(first)
  return quoted ? text.slice(1, -1) : text
}
