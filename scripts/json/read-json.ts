import type { MapEntry, Node, Provenance, ScalarNode } from 'kustomize-ts'
import { JsonError } from './json-error.ts'
import { scanJson, type Token } from './scan-json.ts'

/** FogFlow's config.json is three levels deep; a limit keeps a hostile file from using up the stack. */
const deepest = 100

const tags = { string: 'str', number: 'int', true: 'bool', false: 'bool', null: 'null' } as const

/** Reads a JSON document by recursive descent; throws a JsonError where the text is none. */
export function readJson(
  text: string,
  at: (offset: number) => Provenance,
  reportDuplicate: (message: string, offset: number) => void,
): Node {
  let token = scanJson(text, 0)
  const root = readValue(0)
  if (token.kind !== 'end') throw unexpected('nothing may follow the end of the document')
  return root

  /** Gives the current token and goes on to the next. */
  function take(): Token {
    const taken = token
    token = scanJson(text, taken.end)
    return taken
  }

  function expect(kind: Token['kind'], expected: string): Token {
    if (token.kind !== kind) throw unexpected(expected)
    return take()
  }

  function readValue(depth: number): Node {
    if (depth > deepest) throw new JsonError(`nested more than ${deepest} levels deep`, token.start)
    if (token.kind === '{') return readMap(depth)
    if (token.kind === '[') return readSeq(depth)
    return readScalar()
  }

  function readScalar(): ScalarNode {
    const tag = token.kind in tags ? tags[token.kind as keyof typeof tags] : undefined
    if (tag === undefined) throw unexpected('a value is expected')
    const { start, end } = take()
    const source = text.slice(start, end)
    if (tag === 'str') return { kind: 'scalar', tag, text: String(JSON.parse(source)), style: 'quoted', at: at(start) }
    const isFloat = tag === 'int' && !Number.isInteger(Number(source))
    return { kind: 'scalar', tag: isFloat ? 'float' : tag, text: source, at: at(start) }
  }

  function readMap(depth: number): Node {
    const entries = new Map<string, MapEntry>()
    const { start } = take()
    readItems('}', () => {
      const key = expect('string', 'a key in double quotes is expected')
      expect(':', '":" is expected after a key')
      const name = String(JSON.parse(text.slice(key.start, key.end)))
      const first = entries.get(name)?.key.line
      if (first !== undefined) reportDuplicate(`the key ${JSON.stringify(name)} is in line ${first} already`, key.start)
      entries.set(name, { key: at(key.start), value: readValue(depth + 1) })
    })
    return { kind: 'map', entries, at: at(start) }
  }

  function readSeq(depth: number): Node {
    const items: Node[] = []
    const { start } = take()
    readItems(']', () => items.push(readValue(depth + 1)))
    return { kind: 'seq', items, at: at(start) }
  }

  /** Items with commas between them, up to and with the closing bracket. */
  function readItems(close: '}' | ']', readItem: () => void): void {
    for (let isFirst = true; !(isFirst && token.kind === close); isFirst = false) {
      readItem()
      if (token.kind === close) break
      expect(',', `"," or "${close}" is expected`)
    }
    take()
  }

  function unexpected(expected: string): JsonError {
    const found =
      token.kind === 'end' ? 'but the text ends' : `not ${JSON.stringify(text.slice(token.start, token.end))}`
    return new JsonError(`${expected}, ${found}`, token.start)
  }
}
