/** A piece of a text, as a place in it (lines and columns from 1). */
export interface TextMatch {
  readonly match: RegExpExecArray
  readonly inText: { readonly line: number; readonly column: number }
}

/** Every match of a pattern (with the flags `gd`), line by line; a named group `at` is the place, where there is one. */
export function* findInText(text: string, pattern: RegExp): Iterable<TextMatch> {
  for (const [index, line] of text.split('\n').entries())
    for (const match of line.matchAll(pattern)) {
      const column = (match.indices?.groups?.at?.[0] ?? match.index) + 1
      yield { match, inText: { line: index + 1, column } }
    }
}

/** A shell script or a configuration without its comments, every other character in its place. */
export function withoutComments(text: string): string {
  return text.replace(/(^|[\s;])#.*$/gm, '$1')
}
