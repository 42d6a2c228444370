/** A 1-based place in a text, columns in UTF-16 code units. */
export interface PlaceInText {
  readonly line: number
  readonly column: number
}

/** Turns offsets of a text into places; the text is searched for its lines once. */
export function placesIn(text: string): (offset: number) => PlaceInText {
  const starts = [0]
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) starts.push(index + 1)
  return offset => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
