export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end'
  readonly text: string
  readonly offset: number
}

/** Where an expression is none, and why. */
export class CelError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

const blank = /(?:\s|\/\/[^\n]*)*/y
const escaped = String.raw`\\(?:[abfnrtv\\'"?\x60]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})`

/** The tokens of the Common Expression Language (cel-spec, "Language Definition", Syntax), longest first. */
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['text', /[bB]?[rR][bB]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\r\n]*"|'[^'\r\n]*')/y],
  [
    'text',
    new RegExp(
      String.raw`[bB]?(?:"""(?:${escaped}|[^\\])*?"""|'''(?:${escaped}|[^\\])*?'''|"(?:${escaped}|[^\\"\r\n])*"|'(?:${escaped}|[^\\'\r\n])*')`,
      'y',
    ),
  ],
  ['number', /0x[0-9a-fA-F]+[uU]?|(?:\d+\.\d+|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\d+[uU]?/y],
  ['name', /[A-Za-z_]\w*/y],
  ['sign', /\|\||&&|==|!=|<=|>=|[?:<>+\-*/%!.()[\]{},]/y],
]

/** Throws CelError at the first thing that is no token. */
export function tokenizeCel(text: string): readonly Token[] {
  const tokens: Token[] = []
  let offset = skipBlank(text, 0)
  while (offset < text.length) {
    const token = readToken(text, offset)
    tokens.push(token)
    offset = skipBlank(text, offset + token.text.length)
  }
  return [...tokens, { kind: 'end', text: 'its end', offset }]
}

function readToken(text: string, offset: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset
    const match = pattern.exec(text)?.[0]
    if (match !== undefined) return { kind, text: match, offset }
  }
  throw new CelError(`there is no "${text[offset]}" in CEL, or a text that does not end`, offset)
}

function skipBlank(text: string, offset: number): number {
  blank.lastIndex = offset
  return offset + (blank.exec(text)?.[0].length ?? 0)
}
