import type { ScalarNode } from '../model/node.ts'
import type { Position } from '../model/position.ts'

/**
 * Where the 1-based `line` and `column` of a scalar's text stand in the source file. Text that was folded, escaped or
 * put together has no such place: then it is the scalar's own.
 */
export function positionInText(scalar: ScalarNode, line: number, column: number): Position {
  const { content } = scalar
  if (content === undefined) return scalar.at
  const start = line === 1 ? (content.firstColumn ?? content.column) : content.column
  return { file: content.file, line: content.line + line - 1, column: start + column - 1 }
}
