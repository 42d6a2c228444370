import type { Tag } from '../model/node.ts'
import { parseDecimal, parseInteger } from './number.ts'
import { isTimestamp } from './timestamp.ts'

/**
 * `v3` is how resources are read, `v2` how a kustomization file is read (its reader goes through sigs.k8s.io/yaml,
 * where `yes`, `on` and their like are booleans, and times are strings).
 */
export type Dialect = 'v2' | 'v3'

const nulls = new Set(['', '~', 'null', 'Null', 'NULL'])
const booleans: Readonly<Record<Dialect, ReadonlyMap<string, boolean>>> = {
  v3: spell([['true'], ['false']]),
  v2: spell([
    ['true', 'yes', 'on', 'y'],
    ['false', 'no', 'off', 'n'],
  ]),
}

/** What go-yaml resolves a plain scalar without an explicit tag to. */
export function resolveTag(text: string, dialect: Dialect): Tag {
  if (nulls.has(text)) return 'null'
  if (booleans[dialect].has(text)) return 'bool'
  if (!/^[-+.0-9]/.test(text)) return 'str'
  if (isTimestamp(text)) return dialect === 'v3' ? 'timestamp' : 'str'
  if (parseInteger(text) !== undefined) return 'int'
  return parseDecimal(text) === undefined ? 'str' : 'float'
}

/** The boolean that a scalar of tag `bool` stands for, in the dialect that found it. */
export function parseBoolean(text: string): boolean {
  return booleans.v2.get(text) === true
}

function spell(words: readonly [readonly string[], readonly string[]]): ReadonlyMap<string, boolean> {
  const [yes, no] = words
  const casings = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]
  return new Map([
    ...yes.flatMap(casings).map(word => [word, true] as const),
    ...no.flatMap(casings).map(word => [word, false] as const),
  ])
}
