import type { MapEntry, Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { type Composition, refuse } from './composition.ts'
import { joinDuplicates, type Role } from './role.ts'

/** The entries of a map that is being composed, and the last ones of keys of which the first counts. */
export interface Entries {
  readonly entries: Map<string, MapEntry>
  readonly repeated: Map<string, MapEntry>
}

export function createEntries(): Entries {
  return { entries: new Map(), repeated: new Map() }
}

export function addEntry(map: Entries, key: Node, value: Node, role: Role, composition: Composition): void {
  if (key.kind !== 'scalar') {
    refuse(composition, 'yaml-key-not-string', `a key is a ${key.kind}`, 'write a string', key.at)
    return
  }
  const isOther = key.tag !== 'str' && composition.dialect === 'v3'
  if (isOther && composition.otherKeys === 'error') {
    const message = `a key is "${key.text}", which is no string`
    refuse(composition, 'yaml-key-not-string', message, 'put the key in quotes', key.at)
  }
  const entry = { key: key.at, ...(isOther ? { keyTag: key.tag } : {}), value }
  const first = map.entries.get(key.text)
  if (first === undefined) map.entries.set(key.text, entry)
  else addDuplicate(map, key.text, first, entry, role, composition)
}

function addDuplicate(
  { entries, repeated }: Entries,
  key: string,
  first: MapEntry,
  entry: MapEntry,
  role: Role,
  composition: Composition,
): void {
  const { duplicateKeys } = composition
  const joined = joinDuplicates(role, key, first.value, entry.value, duplicateKeys)
  const severity = joined === undefined && duplicateKeys === 'error' ? 'error' : 'warning'
  reportDuplicate(key, first.key, entry.key, severity, composition)
  const isFirstKept = joined === undefined && (duplicateKeys === 'patch' || duplicateKeys === 'adapted-patch')
  if (isFirstKept) repeated.set(key, entry)
  else entries.set(key, { ...entry, value: joined ?? entry.value })
}

export function reportDuplicate(
  key: string,
  first: Position,
  second: Position,
  severity: 'error' | 'warning',
  composition: Composition,
): void {
  composition.report({
    code: 'yaml-duplicate-key',
    severity,
    message: `the key "${key}" stands here again; it is already in line ${first.line}, column ${first.column}`,
    fix: 'keep one of the two',
    source: second,
  })
}
