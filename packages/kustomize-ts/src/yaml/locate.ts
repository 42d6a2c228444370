import type { Position, TextPlace } from '../model/position.ts'

/** From an offset in a text to the place a person can edit. */
export type Locate = (offset: number) => Position

/** Places for a text that begins at `start`: a whole file (the default), or the content of a block scalar in one. */
export function locateIn(text: string, file: string, start: TextPlace = { file, line: 1, column: 1 }): Locate {
  const lineStarts = findLineStarts(text)
  return offset => {
    const index = lastAtMost(lineStarts, offset)
    const column = index === 0 ? (start.firstColumn ?? start.column) : start.column
    return { file: start.file, line: start.line + index, column: column + offset - (lineStarts[index] ?? 0) }
  }
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The index of the last of the ascending `values` that is not above `limit`. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
