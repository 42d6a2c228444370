import type { Manifest } from '../../../scripts/model/resource.ts'
import { editAt, editParent, renamed, without } from './edit.ts'
import { type Field, isMap, openText } from './field.ts'
import { listMoves } from './moves.ts'

/** One way to spoil an object: the objects that come of it, and what was done in words. */
export interface Change {
  readonly made: readonly unknown[]
  readonly what: string
}

export interface Operator {
  readonly name: 'drop' | 'rename' | 'retype' | 'number' | 'duplicate' | 'move'
  /** All changes that it can make of a field; none where it does not apply. */
  list(manifest: Manifest, field: Field): readonly Change[]
}

/** `drawn` decides which letter or number a change takes. */
export function createOperators(drawn: (field: Field, below: number) => number): readonly Operator[] {
  return [
    { name: 'drop', list: listDrops },
    { name: 'rename', list: (manifest, field) => listRenames(manifest, field, below => drawn(field, below)) },
    { name: 'retype', list: listRetypes },
    { name: 'number', list: (manifest, field) => listNumbers(manifest, field, below => drawn(field, below)) },
    { name: 'duplicate', list: listDuplicates },
    { name: 'move', list: listMoves },
  ]
}

function listDrops(manifest: Manifest, { path }: Field): readonly Change[] {
  if (path.length === 0) return [{ made: [], what: 'the object' }]
  return [{ made: [editParent(manifest, path, parent => without(parent, path.at(-1)))], what: 'the field' }]
}

function listRenames(manifest: Manifest, { path, value }: Field, drawn: (below: number) => number): readonly Change[] {
  const key = path.at(-1)
  const keys = typeof key === 'string' ? [misspell(key, drawn)] : []
  const values = isName(value) ? [misspell(value, drawn)] : []
  return [
    ...keys.map(name => ({
      made: [editParent(manifest, path, parent => renamed(parent, key, name))],
      what: `${name}:`,
    })),
    ...values.map(name => ({ made: [editAt(manifest, path, () => name)], what: show(name) })),
  ]
}

/** A text of one word or address; programs and files are none. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && /[A-Za-z]/.test(value) && !/\n/.test(value)
}

/** Another letter in the place of one. */
function misspell(word: string, drawn: (below: number) => number): string {
  const letters = [...word.matchAll(/[A-Za-z]/g)].map(({ index }) => index)
  const index = letters[drawn(letters.length)] ?? 0
  const letter = word[index] ?? ''
  const other = letter === 'z' || letter === 'Z' ? 'q' : String.fromCharCode(letter.charCodeAt(0) + 1)
  return word.slice(0, index) + other + word.slice(index + 1)
}

function listRetypes(manifest: Manifest, { path, value }: Field): readonly Change[] {
  if (path.length === 0) return []
  return retypesOf(value).map(other => ({ made: [editAt(manifest, path, () => other)], what: show(other) }))
}

function retypesOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [[value], /^\d+$/.test(value) ? Number(value) : { value }, true]
  if (typeof value === 'number') return [String(value), [value]]
  if (typeof value === 'boolean') return [String(value), Number(value)]
  if (Array.isArray(value)) return value.length === 0 ? [''] : [value[0], {}]
  return isMap(value) ? [[value], JSON.stringify(value)] : []
}

function listNumbers(manifest: Manifest, { path, value }: Field, drawn: (below: number) => number): readonly Change[] {
  if (typeof value === 'number')
    return [value + 1, value * 10, 0, -value]
      .filter(other => other !== value)
      .map(other => ({ made: [editAt(manifest, path, () => other)], what: show(other) }))
  if (typeof value !== 'string' || openText(value, path) !== value || isProgram(value)) return []
  const digits = [...value.matchAll(/\d+/g)]
  const match = digits[drawn(digits.length || 1)]
  if (!match) return []
  const other = `${value.slice(0, match.index)}${Number(match[0]) + 1}${value.slice(match.index + match[0].length)}`
  return [{ made: [editAt(manifest, path, () => other)], what: showNumber(value, match.index, other) }]
}

/** Scripts and CEL have tests of their own (test/base, test/cluster), which run them. */
function isProgram(text: string): boolean {
  return text.startsWith('#!') || /\bobject\./.test(text) || text.includes('JSONPatch{')
}

function listDuplicates(manifest: Manifest, { path, value }: Field): readonly Change[] {
  if (path.length === 0) return [{ made: [manifest, manifest], what: 'the object' }]
  const index = path.at(-1)
  if (typeof index !== 'number') return []
  const twice = (list: unknown) => (Array.isArray(list) ? [...list.slice(0, index), value, ...list.slice(index)] : list)
  return [{ made: [editParent(manifest, path, twice)], what: 'the element' }]
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function showNumber(before: string, index: number, after: string): string {
  if (before.length <= 60) return show(after)
  const line = after.slice(after.lastIndexOf('\n', index) + 1).split('\n', 1)[0] ?? ''
  return show(line.trim())
}
