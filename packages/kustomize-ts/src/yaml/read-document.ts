import { type Document, type ParsedNode, parseAllDocuments, type YAMLError, YAMLParseError } from 'yaml'
import { findTooDeep } from './find-too-deep.ts'
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
  const deep = findTooDeep(text)
  if (deep !== undefined) return refuseDepth(text, deep, toOriginal)
  try {
    const parsed = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
    const [document, ignored] = 'empty' in parsed ? [] : parsed
    return { document, ignored, problem: document?.errors.find(isProblem), text, toOriginal }
  } catch (error) {
    // The caller has used most of the stack.
    if (error instanceof RangeError) return refuseDepth(text, 0, toOriginal)
    throw error
  }
}

function refuseDepth(text: string, offset: number, toOriginal: ReadDocument['toOriginal']): ReadDocument {
  const problem = new YAMLParseError([offset, offset + 1], 'RESOURCE_EXHAUSTION', 'too deep')
  return { document: undefined, ignored: undefined, problem, text, toOriginal }
}

/** How far in a closing brace or bracket stands does not matter to go-yaml; that it stands there at all does. */
function isProblem(error: YAMLError): boolean {
  return !(error.code === 'BAD_INDENT' && error.message.startsWith('Flow end indicator '))
}
