import { CannotFinish } from '../model/cannot-finish.ts'
import { nearest } from '../text/nearest.ts'

/** In the order in which help lists them. */
export const formats = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const

export type Format = (typeof formats)[number]

/** The format that a user names. Throws CannotFinish, with a suggestion, where there is none of that name. */
export function readFormat(name: string): Format {
  const found = formats.find(format => format === name)
  if (found) return found
  const near = nearest(name.toLowerCase(), formats) ?? formats.find(format => format === name.toLowerCase())
  const hint = near === undefined ? `the formats are ${formats.join(', ')}` : `did you mean "${near}"?`
  throw new CannotFinish(`--format ${JSON.stringify(name)}: ${hint}`)
}
