import { showControls } from './show-controls.ts'

/** What GitHub takes as the text of a comment or of a pull request, in characters. */
export const longest = 65_536

/** A block of code that shows the text as it is: its fence is longer than any in the text. */
export function fence(text: string, language = 'text'): string {
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${marks}${language}\n${showControls(text)}\n${marks}\n`
}

/** Code within a line. The blanks that Markdown takes away let a text begin or end with a backtick. */
export function quoteCode(text: string): string {
  const marks = '`'.repeat(longestRun(text) + 1)
  return `${marks} ${showControls(text).replaceAll('\n', '\\n')} ${marks}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}
