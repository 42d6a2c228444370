import { type Document, type ParsedNode, parseAllDocuments, type YAMLError, YAMLParseError } from 'yaml'
import { indentContinuations } from './indent-continuations.ts'

/** A document as the parser sees it, which may be an indented copy of the text. */
export interface ReadDocument {
  /** Undefined for text without any. */
  readonly document: Document.Parsed<ParsedNode> | undefined
  /** What follows after `...`, which kustomize ignores. */
  readonly ignored: Document.Parsed<ParsedNode> | undefined
  readonly problem: YAMLError | undefined
  /** The text that the nodes' ranges point into, and the way from it to the text that was given. */
  readonly text: string
  readonly toOriginal: (offset: number) => number
}

/** Parses the text of one document. Where that fails, once more without what only go-yaml allows. */
export function readDocument(text: string): ReadDocument {
  const read = parse(text, offset => offset)
  if (read.problem === undefined || read.document === undefined) return read
  const indented = indentContinuations(text)
  const again = indented && parse(indented.text, indented.toOriginal)
  return again && again.problem === undefined ? again : read
}

function parse(text: string, toOriginal: (offset: number) => number): ReadDocument {
  try {
    const parsed = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
    const [document, ignored] = 'empty' in parsed ? [] : parsed
    return { document, ignored, problem: document?.errors.find(isProblem), text, toOriginal }
  } catch (error) {
    // The parser calls itself for each level, and the stack ends before the text does.
    if (!(error instanceof RangeError)) throw error
    const deepest = findDeepest(text)
    const problem = new YAMLParseError([deepest, deepest + 1], 'RESOURCE_EXHAUSTION', error.message)
    return { document: undefined, ignored: undefined, problem, text, toOriginal }
  }
}

/** Where the line begins that is indented most. */
function findDeepest(text: string): number {
  let deepest = { at: 0, indentation: 0 }
  for (const { index, 0: spaces } of text.matchAll(/^ +/gm)) {
    if (spaces.length > deepest.indentation) deepest = { at: index + spaces.length, indentation: spaces.length }
  }
  return deepest.at
}

/** How far in a closing brace or bracket stands does not matter to go-yaml; that it stands there at all does. */
function isProblem(error: YAMLError): boolean {
  return !(error.code === 'BAD_INDENT' && error.message.startsWith('Flow end indicator '))
}
