import { JsonError } from './json-error.ts'

/** One token of JSON, with its offsets in the text. */
export interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'true' | 'false' | 'null' | 'end'
  readonly start: number
  readonly end: number
}

const space = /[ \t\n\r]*/y
const word = /[A-Za-z_$][\w$]*|[-+.\d][-+.\w]*/y
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const escapes = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/

/** The token at or after an offset. Strict RFC 8259: what JavaScript or YAML takes besides is a JsonError. */
export function scanJson(text: string, from: number): Token {
  const start = from + match(space, text, from).length
  const character = text[start]
  if (character === undefined) return { kind: 'end', start, end: start }
  if (isPunctuation(character)) return { kind: character, start, end: start + 1 }
  return character === '"' ? scanString(text, start) : scanWord(text, start)
}

function isPunctuation(character: string): character is '{' | '}' | '[' | ']' | ':' | ',' {
  return '{}[]:,'.includes(character)
}

function scanWord(text: string, start: number): Token {
  const found = match(word, text, start)
  const end = start + found.length
  if (found === 'true' || found === 'false' || found === 'null') return { kind: found, start, end }
  if (number.test(found)) return { kind: 'number', start, end }
  throw new JsonError(`${JSON.stringify(found || text.slice(start, start + 1))} is no JSON`, start)
}

function scanString(text: string, start: number): Token {
  let index = start + 1
  for (let character = text[index]; character !== '"'; character = text[index]) {
    if (character === undefined) throw new JsonError('the text ends inside a string', start)
    if (character < ' ') throw new JsonError('a string goes on over the end of its line', index)
    index += character === '\\' ? lengthOfEscape(text, index) : 1
  }
  return { kind: 'string', start, end: index + 1 }
}

function lengthOfEscape(text: string, index: number): number {
  const found = escapes.exec(text.slice(index, index + 6))
  if (found) return found[0].length
  throw new JsonError(`${JSON.stringify(text.slice(index, index + 2))} is no escape of JSON`, index)
}

function match(pattern: RegExp, text: string, from: number): string {
  pattern.lastIndex = from
  return pattern.exec(text)?.[0] ?? ''
}
