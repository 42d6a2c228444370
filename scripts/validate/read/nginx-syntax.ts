import { memoizeText } from './memoize.ts'
import type { TextMatch } from './text.ts'

/** What keeps nginx from reading a configuration, and where. */
interface SyntaxProblem {
  readonly message: string
  readonly inText: TextMatch['inText']
}

const token =
  /[^\S\n]+|\n|#[^\n]*|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?:\\[\s\S]|\$\{[^}\n]*\}|[^\s;{}"'\\#])(?:\\[\s\S]|\$\{[^}\n]*\}|[^\s;{}\\])*|[\s\S]/gy

/** A directive of a configuration, where it begins. */
export interface NginxDirective {
  readonly name: string
  readonly inText: TextMatch['inText']
}

/** Blocks in which lines are pairs of values rather than directives. */
const tables: readonly string[] = ['map', 'geo', 'types', 'split_clients', 'match']

/** Every directive of a configuration that nginx can read, in its order. */
export const listDirectives: (text: string) => readonly NginxDirective[] = memoizeText(text => {
  const found: NginxDirective[] = []
  const blocks: string[] = []
  let current: string | undefined
  const place = { line: 1, column: 1 }
  for (const [word] of text.matchAll(token)) {
    if (word === '{') blocks.push(current ?? '')
    if (word === '}') blocks.pop()
    if (/^[;{}]$/.test(word)) current = undefined
    else if (!/^(?:\s|#)/.test(word) && current === undefined) {
      current = word
      if (!tables.includes(blocks.at(-1) ?? '')) found.push({ name: word, inText: { ...place } })
    }
    advance(place, word)
  }
  return found
})

interface State {
  /** Where each open block, and the directive that is being read, starts. */
  readonly blocks: TextMatch['inText'][]
  directive: TextMatch['inText'] | undefined
}

/** The first thing at which nginx stops reading (nginx's src/core/ngx_conf_file.c); undefined where there is none. */
export const findSyntaxProblem: (text: string) => SyntaxProblem | undefined = memoizeText(text => {
  const state: State = { blocks: [], directive: undefined }
  const place = { line: 1, column: 1 }
  for (const [word] of text.matchAll(token)) {
    const problem = readToken(word, { ...place }, state)
    if (problem) return problem
    advance(place, word)
  }
  if (state.directive) return { message: 'the directive that begins here has no end', inText: state.directive }
  const open = state.blocks.at(-1)
  return open && { message: 'the block that begins here is not closed', inText: open }
})

function readToken(word: string, inText: TextMatch['inText'], state: State): SyntaxProblem | undefined {
  const problem = (message: string): SyntaxProblem => ({ message, inText })
  switch (word[0]) {
    case '"':
    case "'":
      if (word.length === 1) return problem('the quote that begins here is not closed')
      state.directive ??= inText
      return undefined
    case ';':
      if (!state.directive) return problem('";" ends nothing here')
      state.directive = undefined
      return undefined
    case '{':
      if (!state.directive) return problem('"{" opens a block of nothing')
      state.blocks.push(state.directive)
      state.directive = undefined
      return undefined
    case '}':
      if (state.directive) return problem('"}" closes the block before ";" ends the directive in front of it')
      return state.blocks.pop() ? undefined : problem('"}" closes no block')
    default:
      if (!/^(?:\s|#)/.test(word)) state.directive ??= inText
      return undefined
  }
}

function advance(place: { line: number; column: number }, word: string): void {
  const lines = word.split('\n')
  place.line += lines.length - 1
  place.column = lines.length === 1 ? place.column + word.length : (lines.at(-1) ?? '').length + 1
}
