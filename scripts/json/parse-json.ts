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

/** The same config shows in one overlay after another. */
const parsed = new Map<string, ParsedJson>()
const mostTexts = 1_000

/** Parses strict JSON into nodes. A key that stands twice is a problem, although every reader takes the last one. */
export function parseJson(text: string): ParsedJson {
  const known = parsed.get(text) ?? parse(text)
  if (parsed.size < mostTexts) parsed.set(text, known)
  return known
}

function parse(text: string): ParsedJson {
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
