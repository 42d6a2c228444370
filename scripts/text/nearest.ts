/** Which of the known names was probably meant: the nearest one, if no more letters of it are wrong than `most`. */
export function nearest(name: string, known: Iterable<string>, most = tolerance(name)): string | undefined {
  let best: string | undefined
  let least = most + 1
  for (const candidate of known) {
    const distance = Math.abs(candidate.length - name.length) < least ? editDistance(name, candidate, least) : least
    if (distance < least && distance > 0) [best, least] = [candidate, distance]
  }
  return best
}

/** A third of the letters, at most three. */
function tolerance(name: string): number {
  return Math.min(3, Math.max(1, Math.floor(name.length / 3)))
}

/**
 * How many letters to change, drop, add or swap with their neighbour (optimal string alignment); `limit` where there
 * are that many or more, which most words show within a few letters.
 */
function editDistance(left: string, right: string, limit: number): number {
  let before: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const replaced = at(row, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      const swapped = isSwap ? at(before, j - 2) + 1 : replaced
      next.push(Math.min(replaced, swapped, at(row, j) + 1, at(next, j - 1) + 1))
    }
    if (Math.min(...row, ...next) >= limit) return limit
    ;[before, row] = [row, next]
  }
  return at(row, right.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0
}
