import type { Path } from 'kustomize-ts'
import type { FieldChange } from '../model/change.ts'
import type { Stems } from './hashed-names.ts'
import { type Shape, unknownShape } from './shape.ts'

/** The generated names of both sides, so that a reference to one is told from another value. */
export interface Names {
  readonly oldStems: Stems
  readonly newStems: Stems
}

type Fields = Readonly<Record<string, unknown>>

/** The fields in which two values differ, down to scalars and to texts in which no JSON stands. */
export function compareValues(before: unknown, after: unknown, shape: Shape, names?: Names): readonly FieldChange[] {
  return compare(before, after, [], shape)

  function compare(one: unknown, other: unknown, path: Path, at: Shape): readonly FieldChange[] {
    if (one === other) return []
    if (isMap(one) && isMap(other)) return compareMaps(one, other, path, at)
    if (Array.isArray(one) && Array.isArray(other)) return compareLists(one, other, path, at)
    if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other, path)
    return [toChange(path, one, other)]
  }

  function compareMaps(one: Fields, other: Fields, path: Path, at: Shape): readonly FieldChange[] {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
    return keys.flatMap(key => compare(one[key], other[key], [...path, key], at.field(key)))
  }

  function compareLists(
    one: readonly unknown[],
    other: readonly unknown[],
    path: Path,
    at: Shape,
  ): readonly FieldChange[] {
    const [old, young] = [keyElements(one, at.keys), keyElements(other, at.keys)]
    if (!old || !young) return compareUnkeyed(one, other, path, at)
    const names = [...new Set([...old.keys(), ...young.keys()])]
    return names.flatMap(name => compare(old.get(name), young.get(name), [...path, name], at.items()))
  }

  /** What both sides have is the same wherever it stands; the rest is compared in its order. */
  function compareUnkeyed(
    one: readonly unknown[],
    other: readonly unknown[],
    path: Path,
    at: Shape,
  ): readonly FieldChange[] {
    const old = leaveOut(one, other)
    const young = leaveOut(other, one)
    const isMoved = old.length === 0 && young.length === 0
    if (isMoved) return toText(one) === toText(other) ? [] : [toChange(path, one, other)]
    return Array.from({ length: Math.max(old.length, young.length) }, (_, index) => {
      const [place = 0] = young[index] ?? old[index] ?? []
      return compare(old[index]?.[1], young[index]?.[1], [...path, place], at.items())
    }).flat()
  }

  /** A config in a text is compared key by key; a name that carries a hash stands for a content. */
  function compareTexts(one: string, other: string, path: Path): readonly FieldChange[] {
    const [stem, newStem] = [names?.oldStems.get(one), names?.newStems.get(other)]
    if (stem !== undefined && stem === newStem) return [{ path, before: stem, after: stem, isRename: true }]
    const [old, young] = [parseMap(one), parseMap(other)]
    const inside = old && young ? compare(old, young, path, unknownShape) : []
    return inside.length > 0 ? inside : [toChange(path, one, other)]
  }
}

/** Elements by their keys; undefined where one of them has none, or two have the same. */
function keyElements(list: readonly unknown[], keys: readonly string[]): ReadonlyMap<string, unknown> | undefined {
  const named = new Map(list.map(element => [nameElement(element, keys), element]))
  return named.has(undefined) || named.size < list.length ? undefined : (named as ReadonlyMap<string, unknown>)
}

/** An element of a list without keys, and its index. */
type Element = readonly [index: number, value: unknown]

/** The elements that the other list does not have, in their order. */
function leaveOut(list: readonly unknown[], others: readonly unknown[]): readonly Element[] {
  const left = new Map<string, number>()
  for (const text of others.map(toText)) left.set(text, (left.get(text) ?? 0) + 1)
  return [...list.entries()].filter(([, element]) => {
    const text = toText(element)
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}

const toText = (value: unknown) => JSON.stringify(value)

function nameElement(element: unknown, keys: readonly string[]): string | undefined {
  if (!isMap(element)) return undefined
  const present = keys.filter(key => element[key] !== undefined)
  return present.length === 0 ? undefined : `[${present.map(key => `${key}=${element[key]}`).join(',')}]`
}

function parseMap(text: string): Fields | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isMap(value) ? value : undefined
  } catch {
    return undefined
  }
}

function toChange(path: Path, before: unknown, after: unknown): FieldChange {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
