import type { Diagnostic } from '../model/diagnostic.ts'
import type { Node } from '../model/node.ts'
import type { Position, TextPlace } from '../model/position.ts'
import { composeDocument } from './compose-document.ts'
import { decodeText } from './decode-text.ts'
import { describeSyntaxError, refuseTab } from './describe-syntax-error.ts'
import { findBadTab } from './find-bad-tab.ts'
import { type Locate, locateIn } from './locate.ts'
import { readPlainDocument } from './plain/read-plain-document.ts'
import { readDocument } from './read-document.ts'
import type { Dialect } from './resolve-tag.ts'
import type { DuplicateKeys } from './role.ts'
import { type BadSeparator, type DocumentText, splitDocuments } from './split-documents.ts'

export interface ParseOptions {
  /** How plain scalars are resolved. Default: `v3`, as resources are. */
  readonly dialect?: Dialect
  /** Default: `error`. */
  readonly duplicateKeys?: DuplicateKeys
  /** Keys that are no strings: an error (the default), or kept with their type. */
  readonly otherKeys?: 'error' | 'keep'
  /** The place of the first character, for text that stands inside of another file. Default: line 1, column 1. */
  readonly start?: TextPlace
  /** The place of everything, for text inside of another file whose characters have no places of their own. */
  readonly fixed?: Position
}

export interface ParsedDocuments {
  /** One node a document; empty documents are left out, and so are all after the first error. */
  readonly documents: readonly Node[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Parses YAML as kustomize does: documents cut at lines of dashes, plain scalars resolved as go-yaml v3 does, aliases
 * and merge keys expanded, a place for every node. Never throws; what is wrong is in `diagnostics`.
 */
export function parseDocuments(
  content: string | Uint8Array,
  file: string,
  options: ParseOptions = {},
): ParsedDocuments {
  const decoded = decodeText(content, file)
  if ('diagnostic' in decoded) return { documents: [], diagnostics: [decoded.diagnostic] }
  const { fixed, start } = options
  const locate = fixed === undefined ? locateIn(decoded.text, file, start) : () => fixed
  const split = splitDocuments(decoded.text)
  const diagnostics: Diagnostic[] = []
  const documents: Node[] = []
  for (const part of split.documents) {
    const node = parseDocument(part, decoded.text, locate, options, diagnostics)
    if (diagnostics.some(diagnostic => diagnostic.severity === 'error')) return { documents, diagnostics }
    if (node !== undefined) documents.push(node)
  }
  if (split.bad !== undefined) diagnostics.push(refuseSeparator(split.bad, locate))
  return { documents, diagnostics }
}

function parseDocument(
  part: DocumentText,
  source: string,
  locate: Locate,
  options: ParseOptions,
  diagnostics: Diagnostic[],
): Node | undefined {
  const { dialect = 'v3', duplicateKeys = 'error', otherKeys = 'error' } = options
  const plain = readPlainDocument(part.text, offset => locate(part.offset + offset), dialect)
  if (plain !== undefined) return plain
  const { document, ignored, problem, text, toOriginal } = readDocument(part.text)
  const here: Locate = offset => locate(part.offset + toOriginal(offset))
  const tab = document === undefined || problem !== undefined ? undefined : findBadTab(text)
  if (tab !== undefined) diagnostics.push(refuseTab(here(tab)))
  if (problem !== undefined) diagnostics.push(describeSyntaxError(problem, part.offset, source, locate))
  if (document === undefined || tab !== undefined || problem !== undefined) return undefined
  if (ignored !== undefined && ignored.contents !== null) diagnostics.push(warnIgnored(here(ignored.range[0])))
  if (document.contents === null) return undefined
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const context = { dialect, duplicateKeys, otherKeys, source: text, locate: here, report }
  const node = composeDocument(document.contents, context)
  return node.kind === 'scalar' && node.tag === 'null' ? undefined : node
}

function refuseSeparator(bad: BadSeparator, locate: Locate): Diagnostic {
  return {
    code: 'yaml-bad-separator',
    severity: 'error',
    message: `"${bad.line}" starts like a document separator, but has more on its line`,
    fix: 'leave "---" alone on its line (a comment may follow)',
    source: locate(bad.offset),
  }
}

function warnIgnored(source: Position): Diagnostic {
  return {
    code: 'yaml-ignored-document',
    severity: 'warning',
    message: 'kustomize ignores this document: it begins after "...", not after a line of its own with "---"',
    fix: 'put "---" on a line before it',
    source,
  }
}
