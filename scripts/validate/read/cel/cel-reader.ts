import { CelError, type Token } from './tokenize-cel.ts'

/** A name that an expression takes from outside: neither a field, nor declared by a macro. */
export interface FreeName {
  readonly name: string
  readonly offset: number
  readonly isCalled: boolean
}

export interface Reader {
  readonly tokens: readonly Token[]
  next: number
  readonly names: FreeName[]
  /** The variables of the macros around. */
  readonly scope: string[]
}

/** Words that name nothing (cel-spec, "Language Definition", Syntax). */
const reserved = new Set(
  'as break const continue else for function if import let loop package namespace return var void while in'.split(' '),
)
const literals = new Set(['true', 'false', 'null'])

export const isLiteral = (word: string): boolean => literals.has(word)

export function readName(reader: Reader): string {
  const token = peek(reader)
  if (token.kind !== 'name' || reserved.has(token.text) || isLiteral(token.text)) refuse(reader)
  reader.next++
  return token.text
}

export function peek({ tokens, next }: Reader): Token {
  return tokens[next] ?? { kind: 'end', text: 'its end', offset: 0 }
}

export function take(reader: Reader, text: string): boolean {
  const { kind, text: found } = peek(reader)
  const isNext = found === text && (kind === 'sign' || kind === 'name')
  if (isNext) reader.next++
  return isNext
}

export function expect(reader: Reader, text: string): void {
  if (!take(reader, text)) refuse(reader, `, where "${text}" is expected`)
}

export function refuse(reader: Reader, why = ''): never {
  const { kind, text, offset } = peek(reader)
  throw new CelError(kind === 'end' ? `it ends too early${why}` : `"${text}" cannot stand here${why}`, offset)
}
