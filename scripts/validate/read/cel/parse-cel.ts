import { expect, type FreeName, isLiteral, peek, type Reader, readName, refuse, take } from './cel-reader.ts'
import { tokenizeCel } from './tokenize-cel.ts'

/** Macros that declare their first arguments for the others. */
const macros: Readonly<Record<string, readonly number[]>> = {
  all: [2, 3],
  exists: [2, 3],
  exists_one: [2, 3],
  existsOne: [2, 3],
  filter: [2],
  map: [2, 3],
  optMap: [2],
  optFlatMap: [2],
  transformList: [3, 4],
  transformMap: [3, 4],
  transformMapEntry: [3, 4],
  bind: [3],
}

/** The names that an expression takes from outside. Throws CelError where it is no expression of CEL. */
export function parseCel(text: string): readonly FreeName[] {
  const reader: Reader = { tokens: tokenizeCel(text), next: 0, names: [], scope: [] }
  readExpression(reader)
  if (peek(reader).kind !== 'end') refuse(reader)
  return reader.names
}

function readExpression(reader: Reader): void {
  readBinary(reader, 0)
  if (!take(reader, '?')) return
  readBinary(reader, 0)
  expect(reader, ':')
  readExpression(reader)
}

/** By how close they bind, loosest first. */
const operators: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
]

function readBinary(reader: Reader, level: number): void {
  const signs = operators[level]
  if (!signs) {
    readUnary(reader)
    return
  }
  do readBinary(reader, level + 1)
  while (signs.some(sign => take(reader, sign)))
}

function readUnary(reader: Reader): void {
  const sign = ['!', '-'].find(one => take(reader, one))
  if (sign !== undefined) while (take(reader, sign));
  readMember(reader)
}

function readMember(reader: Reader): void {
  readPrimary(reader)
  for (;;) {
    if (take(reader, '.')) readField(reader)
    else if (take(reader, '[')) {
      take(reader, '?')
      readExpression(reader)
      expect(reader, ']')
    } else if (peek(reader).text === '{' && isTypeBefore(reader)) readMap(reader, true)
    else return
  }
}

function readField(reader: Reader): void {
  const isOptional = take(reader, '?')
  const name = readName(reader)
  if (!isOptional && take(reader, '(')) readArguments(reader, ')', macros[name])
}

/** Whether what stands before a brace can be the type of the object in it: `Object.spec{…}`. */
function isTypeBefore({ tokens, next }: Reader): boolean {
  return tokens[next - 1]?.kind === 'name' && !isLiteral(tokens[next - 1]?.text ?? '')
}

function readPrimary(reader: Reader): void {
  // A number may have a sign of its own, also behind `!`.
  if (reader.tokens[reader.next + 1]?.kind === 'number') take(reader, '-')
  const token = peek(reader)
  if (token.kind === 'number' || token.kind === 'text' || isLiteral(token.text)) {
    reader.next++
  } else if (take(reader, '(')) {
    readExpression(reader)
    expect(reader, ')')
  } else if (take(reader, '[')) readArguments(reader, ']')
  else if (token.text === '{') readMap(reader, false)
  else {
    take(reader, '.')
    const name = readName(reader)
    const isCalled = take(reader, '(')
    if (!reader.scope.includes(name)) reader.names.push({ name, offset: token.offset, isCalled })
    if (isCalled) readArguments(reader, ')')
  }
}

/** Expressions up to a closing sign. A list may end with a comma, a call may not. */
function readArguments(reader: Reader, end: string, macro?: readonly number[]): void {
  const declared = macro ? declaredNames(reader, macro) : []
  reader.scope.push(...declared)
  while (!take(reader, end)) {
    if (end === ']') take(reader, '?')
    readExpression(reader)
    if (take(reader, end)) break
    expect(reader, ',')
    if (end === ')' && peek(reader).text === ')') refuse(reader)
  }
  reader.scope.splice(reader.scope.length - declared.length)
}

/** The variables of a macro: the names alone before a comma at its beginning. */
function declaredNames({ tokens, next }: Reader, counts: readonly number[]): readonly string[] {
  const most = Math.max(...counts) === 2 ? 1 : 2
  const names: string[] = []
  for (
    let index = next;
    names.length < most && tokens[index]?.kind === 'name' && tokens[index + 1]?.text === ',';
    index += 2
  )
    names.push(tokens[index]?.text ?? '')
  return names
}

function readMap(reader: Reader, isOfType: boolean): void {
  expect(reader, '{')
  while (!take(reader, '}')) {
    take(reader, '?')
    if (isOfType) readName(reader)
    else readExpression(reader)
    expect(reader, ':')
    readExpression(reader)
    if (take(reader, '}')) break
    expect(reader, ',')
  }
}
