import { type CST, Parser } from 'yaml'

/** A piece of the text, and the column of the map or list that it belongs to. */
interface Piece {
  readonly kind: 'plain' | 'block' | 'space' | 'comment' | 'other'
  readonly offset: number
  readonly source: string
  readonly indent: number
}

/**
 * The offset of the first tab that go-yaml takes for indentation, although other parsers pass over it: on a line with
 * nothing else, before a comment, or before the text of a block has shown how far it is indented.
 */
export function findBadTab(text: string): number | undefined {
  if (!/^ *\t/m.test(text)) return undefined
  const pieces: Piece[] = []
  for (const token of new Parser().parse(text)) collect(token, 0, pieces)
  pieces.sort((a, b) => a.offset - b.offset)
  let afterPlain: Piece | undefined
  for (const piece of pieces) {
    const found = findIn(piece, text, afterPlain)
    if (found !== undefined) return found
    if (piece.kind === 'plain') afterPlain = piece
    else if (piece.kind !== 'space') afterPlain = undefined
  }
  return undefined
}

function findIn({ kind, offset, source }: Piece, text: string, afterPlain: Piece | undefined): number | undefined {
  if (kind === 'block') return findInBlock(source, offset)
  const at = kind === 'space' ? source.indexOf('\t') : -1
  if (at < 0) return undefined
  const column = offset + at - (text.lastIndexOf('\n', offset + at) + 1)
  const isIndentation = text.slice(offset + at - column, offset + at).trim() === ''
  // Plain text may go on after white space, so that go-yaml reads it together with the text.
  const isPartOfText = afterPlain !== undefined && column > afterPlain.indent
  return isIndentation && !isPartOfText ? offset + at : undefined
}

/** The text of a block, with its indentation. */
function findInBlock(source: string, offset: number): number | undefined {
  let at = offset
  let indent = 0
  for (const line of source.split('\n')) {
    const column = line.search(/[^ ]/)
    if (line.charAt(column) === '\t' && (indent === 0 || column < indent)) return at + column
    if (indent === 0 && column >= 0 && line.trim() !== '') indent = column
    at += line.length + 1
  }
  return undefined
}

/** The pieces of a token in block context; what stands in flow style is one piece. */
function collect(token: CST.Token | CST.SourceToken | null | undefined, indent: number, pieces: Piece[]): void {
  if (!token) return
  const add = (kind: Piece['kind'], source = '') => pieces.push({ kind, offset: token.offset, source, indent })
  switch (token.type) {
    case 'document':
      collectAll([...token.start, token.value, ...(token.end ?? [])], indent, pieces)
      break
    case 'block-map':
    case 'block-seq':
      for (const item of token.items)
        collectAll([...item.start, item.key, ...(item.sep ?? []), item.value], token.indent, pieces)
      break
    case 'block-scalar':
      pieces.push({
        kind: hasExplicitIndent(token) ? 'other' : 'block',
        offset: contentOffset(token),
        source: token.source,
        indent,
      })
      break
    case 'scalar':
      add('plain')
      collectAll(token.end ?? [], indent, pieces)
      break
    case 'space':
      add('space', token.source)
      break
    case 'newline':
      break
    default:
      add('other')
      if ('end' in token) collectAll(token.end ?? [], indent, pieces)
  }
}

function collectAll(
  tokens: readonly (CST.Token | CST.SourceToken | null | undefined)[],
  indent: number,
  pieces: Piece[],
) {
  for (const token of tokens) collect(token, indent, pieces)
}

/** Behind the header and what stands on its line. */
function contentOffset(token: CST.BlockScalar): number {
  const last = token.props.at(-1)
  return last === undefined ? token.offset : last.offset + ('source' in last ? last.source.length : 0)
}

/** `|2`: then the block does not have to show its indentation. */
function hasExplicitIndent(token: CST.BlockScalar): boolean {
  return token.props.some(prop => 'source' in prop && prop.type === 'block-scalar-header' && /\d/.test(prop.source))
}
