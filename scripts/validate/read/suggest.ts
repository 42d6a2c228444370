/** Which of the known names was probably meant: the nearest one, if it is near (a third of its letters, at most 3). */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.min(3, Math.max(1, Math.floor(name.length / 3))) + 1
  for (const candidate of known) {
    const distance = Math.abs(candidate.length - name.length) < least ? editDistance(name, candidate) : least
    if (distance < least && distance > 0) [best, least] = [candidate, distance]
  }
  return best
}

/** A fix in words: the nearest known name, or else all of them. */
export function suggest(name: string, known: Iterable<string>, otherwise: string): { fix: string } {
  const near = nearest(name, known)
  return { fix: near === undefined ? otherwise : `did you mean "${near}"?` }
}

/** Levenshtein's distance: how many letters to change, drop or add. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}
