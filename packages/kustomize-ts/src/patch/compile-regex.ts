import type { Diagnostic } from '../model/diagnostic.ts'
import type { Position } from '../model/position.ts'
import { compileRegex as compile, type Matches } from '../select/regex/compile-regex.ts'

/** A pattern's test; undefined, after a report, where it is no regular expression of Go. */
export function compileRegex(
  pattern: string,
  source: Position,
  report: (diagnostic: Diagnostic) => void,
): Matches | undefined {
  const compiled = compile(pattern)
  if ('matches' in compiled) return compiled.matches
  const message = `"${pattern}" is no regular expression: ${compiled.fault}`
  report({ code: 'bad-regular-expression', severity: 'error', message, fix: 'escape its special characters', source })
  return undefined
}
