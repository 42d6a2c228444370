/** Text with spaces added, and the way back from its offsets to those of the original. */
export interface Indented {
  readonly text: string
  readonly toOriginal: (offset: number) => number
}

/** What a line may begin inside of. */
interface State {
  /** The column of the bracket or quote that opened first; lines inside of it have to stand further in. */
  opened: number | undefined
  depth: number
  quote: '"' | "'" | undefined
  /** Lines that stand further in than this belong to a block of text. */
  block: number | undefined
  /** The column of the last text in the line, and of the last key or dash. */
  text: number
  entry: number
}

/**
 * YAML wants the further lines of quoted text, and of what stands in braces and brackets, further in than their
 * parent. go-yaml does not care; here such lines are moved in. Undefined where there are none.
 */
export function indentContinuations(text: string): Indented | undefined {
  const state: State = { opened: undefined, depth: 0, quote: undefined, block: undefined, text: 0, entry: 0 }
  const added: { readonly offset: number; readonly count: number }[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const column = line.search(/\S/)
    const missing = state.opened === undefined || column < 0 ? 0 : state.opened + 1 - column
    if (missing > 0) added.push({ offset, count: missing })
    if (column >= 0) scanLine(line, column, state)
    offset += line.length + 1
  }
  return added.length === 0 ? undefined : insertSpaces(text, added)
}

function insertSpaces(text: string, added: readonly { readonly offset: number; readonly count: number }[]): Indented {
  let result = ''
  let from = 0
  for (const { offset, count } of added) {
    result += text.slice(from, offset) + ' '.repeat(count)
    from = offset
  }
  const toOriginal = (offset: number) => {
    let original = offset
    for (const { offset: at, count } of added) {
      if (at >= original) break
      original = Math.max(at, original - count)
    }
    return original
  }
  return { text: result + text.slice(from), toOriginal }
}

/** Follows one line from its first character that is no space. */
function scanLine(line: string, column: number, state: State): void {
  if (state.block !== undefined) {
    if (column > state.block) return
    state.block = undefined
  }
  let at = state.quote === undefined ? column : leaveQuote(line, column, state)
  while (at < line.length) at = state.quote === undefined ? scanToken(line, at, state) : leaveQuote(line, at, state)
}

/** Moves behind the end of quoted text, or to the end of the line. */
function leaveQuote(line: string, from: number, state: State): number {
  const end = state.quote === '"' ? /(?:[^"\\]|\\.)*?"/y : /(?:[^']|'')*?'(?!')/y
  end.lastIndex = from
  const match = end.exec(line)
  if (match === null) return line.length
  state.quote = undefined
  if (state.depth === 0) state.opened = undefined
  return from + match[0].length
}

const SPACE = /[ \t]+/y
const COMMENT = /#.*/y
const PROPERTY = /[&*!][^\s,[\]{}]*/y
const INDICATOR = /[-?:,](?=[ \t,[\]{}]|$)/y
const BLOCK = /[|>][-+\d]*[ \t]*(?:#.*)?$/y
const PLAIN = /(?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \t]+(?=[^\s#]))+/y
const PLAIN_IN_FLOW = /(?:[^\s:#,[\]{}]|:(?=[^\s,[\]{}])|(?<=\S)#|[ \t]+(?=[^\s#,[\]{}]))+/y

/** Moves behind the token that begins here. */
function scanToken(line: string, at: number, state: State): number {
  const character = line.charAt(at)
  if (character === '"' || character === "'") return enter(at, state, () => (state.quote = character))
  if ('{['.includes(character)) return enter(at, state, () => (state.depth += 1))
  if ('}]'.includes(character)) return leaveBracket(at, state)
  return state.depth === 0 ? scanBlockToken(line, at, state) : at + measureToken(line, at, PLAIN_IN_FLOW)
}

/** A token outside of all brackets, where columns matter. */
function scanBlockToken(line: string, at: number, state: State): number {
  if (matchAt(BLOCK, line, at) > 0) {
    state.block = state.entry
    return line.length
  }
  if (matchAt(INDICATOR, line, at) > 0) state.entry = line.charAt(at) === ':' ? state.text : at
  else if (measureSpace(line, at) === 0) state.text = at
  return at + measureToken(line, at, PLAIN)
}

function measureToken(line: string, at: number, plain: RegExp): number {
  return matchAt(INDICATOR, line, at) || measureSpace(line, at) || matchAt(plain, line, at) || 1
}

/** What stands before a value: white space, a comment, an anchor or a tag. */
function measureSpace(line: string, at: number): number {
  return matchAt(SPACE, line, at) || matchAt(COMMENT, line, at) || matchAt(PROPERTY, line, at)
}

function enter(at: number, state: State, change: () => void): number {
  if (state.depth === 0) state.text = at
  state.opened ??= at
  change()
  return at + 1
}

function leaveBracket(at: number, state: State): number {
  state.depth = Math.max(0, state.depth - 1)
  if (state.depth === 0) state.opened = undefined
  return at + 1
}

function matchAt(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(line)?.[0].length ?? 0
}
