import type { Scalar } from 'yaml'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { ScalarNode, Style, Tag } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import type { Locate } from './locate.ts'
import { parseInteger } from './number.ts'
import { type Dialect, resolveTag } from './resolve-tag.ts'

const standardTag = 'tag:yaml.org,2002:'

/** What {@link composeScalar} needs to know of the document around the scalar. */
export interface ScalarContext {
  readonly dialect: Dialect
  /** The text that the scalar's range points into. */
  readonly source: string
  readonly locate: Locate
  readonly report: (diagnostic: Diagnostic) => void
}

/** A scalar with the tag that go-yaml gives it: the explicit one, else the resolved one of plain text, else `str`. */
export function composeScalar(scalar: Scalar, context: ScalarContext): ScalarNode {
  const text = readText(scalar, context.source)
  const at = context.locate(scalar.range?.[0] ?? 0)
  const tag = chooseTag(scalar, text, context, at)
  if (scalar.tag === `${standardTag}binary`) return { kind: 'scalar', tag, text: decodeBase64(text), at }
  if (scalar.type === 'QUOTE_DOUBLE') refuseSlash(scalar, context)
  const style = styleOf(scalar)
  const content = locateContent(scalar, text, context, at)
  return {
    kind: 'scalar',
    tag,
    text,
    ...(style === undefined ? {} : { style }),
    at,
    ...(content === undefined ? {} : { content }),
  }
}

/** A block ends with a line end where the file has one; to the parser, the last line of a file always does. */
function readText({ source: text = '', type, range }: Scalar, source: string): string {
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
  const isLast = isBlock && text.endsWith('\n') && range?.[1] === source.length
  return isLast && source.slice(source.lastIndexOf('\n') + 1).trim() !== '' ? text.slice(0, -1) : text
}

/** JSON allows a slash to be escaped, and YAML 1.2 with it; go-yaml does not. */
function refuseSlash(scalar: Scalar, context: ScalarContext): void {
  const [start, end] = scalar.range ?? [0, 0]
  const written = context.source.slice(start, end)
  if (!written.includes('\\/')) return
  const escapes = [...written.matchAll(/\\[\s\S]/g)]
  const slash = escapes.find(match => match[0] === '\\/')
  if (slash === undefined) return
  context.report({
    code: 'yaml-escape',
    severity: 'error',
    message: 'kustomize does not know the escape "\\/"',
    fix: 'write the slash without a backslash',
    source: context.locate(start + slash.index),
  })
}

function styleOf(scalar: Scalar): Style | undefined {
  if (scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE') return 'quoted'
  if (scalar.type === 'BLOCK_LITERAL') return 'literal'
  return scalar.type === 'BLOCK_FOLDED' ? 'folded' : undefined
}

function chooseTag(scalar: Scalar, text: string, context: ScalarContext, at: Position): Tag {
  const plain = scalar.type === 'PLAIN' || scalar.type === undefined
  if (scalar.tag === undefined) return plain ? resolveTag(text, context.dialect) : 'str'
  const wanted = scalar.tag.startsWith(standardTag) ? scalar.tag.slice(standardTag.length) : 'str'
  if (!['int', 'float', 'bool', 'null', 'timestamp'].includes(wanted)) return 'str'
  const found = resolveTag(text, context.dialect)
  if (found === wanted) return found
  if (wanted === 'float' && found === 'int' && parseInteger(text) !== undefined) return 'float'
  context.report({
    code: 'yaml-bad-tag',
    severity: 'error',
    message: `"${text}" has the tag !!${wanted}, but is no ${wanted}`,
    fix: `remove the tag, or write a ${wanted}`,
    source: at,
  })
  return 'str'
}

function locateContent(scalar: Scalar, text: string, context: ScalarContext, at: Position): Position | undefined {
  const [start, end] = scalar.range ?? [0, 0]
  const written = context.source.slice(start, end)
  if (scalar.type === 'BLOCK_LITERAL') return locateBlock(written, text, start, context)
  if (written === text) return at
  return written.slice(1, -1) === text ? { file: at.file, line: at.line, column: at.column + 1 } : undefined
}

/** `written` begins with the block's header; its first line that is not blank shows the indentation of all. */
function locateBlock(written: string, text: string, start: number, context: ScalarContext): Position | undefined {
  const lines = text.split('\n')
  const index = lines.findIndex(line => line.trim() !== '')
  const writtenLines = written.split('\n', index + 2)
  const line = writtenLines[index + 1]
  if (index < 0 || line === undefined) return undefined
  const indentation = line.length - (lines[index] ?? '').length
  const before = writtenLines.slice(0, index + 1).join('\n').length + 1
  const shown = context.locate(start + before + indentation)
  return { file: shown.file, line: shown.line - index, column: shown.column }
}

function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}
