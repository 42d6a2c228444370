import { nearest } from '../../text/nearest.ts'

export { nearest }

/** A fix in words: the nearest known name, or else all of them. */
export function suggest(name: string, known: Iterable<string>, otherwise: string): { fix: string } {
  const near = nearest(name, known)
  return { fix: near === undefined ? otherwise : `did you mean "${near}"?` }
}
