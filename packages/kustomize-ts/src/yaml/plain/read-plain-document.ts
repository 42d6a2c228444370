import type { Node } from '../../model/node.ts'
import type { Locate } from '../locate.ts'
import type { Dialect } from '../resolve-tag.ts'
import { createCursor, isAtEnd } from './cursor.ts'
import { readBlock } from './read-block.ts'

/** What is never plain: tabs, carriage returns, control characters, exotic line ends, pairs of surrogates. */
const EXOTIC = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffef]/
/** A directive, or the end or the start of a document. */
const MARKER = /^(?:%|\.\.\.|---)/m
/** The start of the first document of a file may be marked. */
const START = /^(?:(?:#[^\n]*)?\n)*--- *(?:#[^\n]*)?\n/

/**
 * The tree of a document that has nothing uncommon, as nearly all manifests: block maps and lists, scalars on one line,
 * literal blocks, braces and brackets on one line. Several times faster than the parser of all of YAML, which has to
 * read everything for which the answer here is undefined – errors among it.
 */
export function readPlainDocument(text: string, locate: Locate, dialect: Dialect): Node | undefined {
  const start = START.exec(text)?.[0].length ?? 0
  if (EXOTIC.test(text) || MARKER.test(text.slice(start))) return undefined
  const cursor = createCursor(text, start, locate, dialect)
  if (isAtEnd(cursor)) return undefined
  const node = readBlock(cursor, 0)
  return isAtEnd(cursor) ? node : undefined
}
