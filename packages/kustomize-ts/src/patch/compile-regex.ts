import type { Diagnostic } from '../model/diagnostic.ts'
import type { Position } from '../model/position.ts'

/** A pattern's test; undefined, after a report, where it is no regular expression. */
export function compileRegex(
  pattern: string,
  source: Position,
  report: (diagnostic: Diagnostic) => void,
): ((text: string) => boolean) | undefined {
  try {
    const regex = new RegExp(pattern)
    return text => regex.test(text)
  } catch (error) {
    const message = `"${pattern}" is no regular expression: ${error instanceof Error ? error.message : ''}`
    report({ code: 'bad-regular-expression', severity: 'error', message, fix: 'escape its special characters', source })
    return undefined
  }
}
