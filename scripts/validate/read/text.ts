/** A piece of a text, as a place in it (lines and columns from 1). */
export interface TextMatch {
  readonly match: RegExpExecArray
  readonly inText: { readonly line: number; readonly column: number }
}

/** Every match of a pattern (with the flags `gd`), line by line; a named group `at` is the place, where there is one. */
export function findInText(text: string, pattern: RegExp): readonly TextMatch[] {
  const known = found.get(pattern) ?? new Map<string, readonly TextMatch[]>()
  found.set(pattern, known)
  const matches = known.get(text) ?? listMatches(text, pattern)
  if (known.size < mostTexts) known.set(text, matches)
  return matches
}

/** The same texts show again in one overlay after another, and most have no match. */
const found = new WeakMap<RegExp, Map<string, readonly TextMatch[]>>()
const mostTexts = 1_000

function listMatches(text: string, pattern: RegExp): readonly TextMatch[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(pattern)].map(match => {
      const column = (match.indices?.groups?.at?.[0] ?? match.index) + 1
      return { match, inText: { line: index + 1, column } }
    }),
  )
}

/** A shell script or a configuration without its comments, every other character in its place. */
export function withoutComments(text: string): string {
  return text.replace(/(^|[\s;])#.*$/gm, '$1')
}
