import type { Node } from 'kustomize-ts'
import { JsonError } from './json-error.ts'
import { type PlaceInText, placesIn } from './places-in.ts'
import { readJson } from './read-json.ts'

/** A problem at its 1-based place in the text. */
interface PlacedProblem extends PlaceInText {
  readonly message: string
}

export interface ParsedJson {
  /** The tree, with places in the text (not in a file); absent where the text is no JSON. */
  readonly root?: Node
  readonly problems: readonly PlacedProblem[]
}

/** Parses strict JSON into nodes. A key that stands twice is a problem, although every reader takes the last one. */
export function parseJson(text: string): ParsedJson {
  const place = placesIn(text)
  const problems: PlacedProblem[] = []
  const report = (message: string, offset: number) => problems.push({ message, ...place(offset) })
  try {
    return { root: readJson(text, offset => ({ file: '', ...place(offset) }), report), problems }
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    return { problems: [{ message: error.message, ...place(error.offset) }] }
  }
}
