import type { Position } from 'kustomize-ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Unit } from '../model/unit.ts'
import { fold } from '../validate/fold.ts'
import { assertUnits, listAsserted } from './assert-units.ts'
import { compare, type Difference } from './compare.ts'
import { readDocument } from './read-document.ts'

export interface ReachabilityDocument {
  /** Absolute. */
  readonly file: string
  readonly text: string
}

export interface JudgeOptions {
  readonly clusters: readonly Cluster[]
  /** Whether all clusters and overlays are among the units, so that a table that is for none of them is for nobody. */
  readonly isWhole: boolean
  /** Names a place in a message. */
  placeOf(place: Position): string
}

/** Where the manifests and docs/reachability.md differ, one diagnostic for each line that is the cause. */
export function judgeReach(
  units: readonly Unit[],
  { file, text }: ReachabilityDocument,
  { clusters, isWhole, placeOf }: JudgeOptions,
): readonly Diagnostic[] {
  const start = { file, line: 1, column: 1 }
  const assertions = assertUnits(listAsserted(units, clusters))
  const differences = compare(assertions, readDocument(text, file), { start, isWhole })
  return fold(
    groupByCause(differences).flatMap(group => {
      const diagnostic = describe(group, placeOf)
      const names = unitsOf(group)
      return names.length === 0 ? [{ diagnostic }] : names.map(unit => ({ unit, diagnostic }))
    }),
  )
}

/** A policy that lets pass more or less than is written changes many cells; what the document lacks is a line each. */
function groupByCause(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<string, Difference[]>()
  for (const one of differences) {
    const { file, line, column } = one.place
    const key = `${file}:${line}:${column}:${one.place === one.written ? one.message : ''}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

function unitsOf(differences: readonly Difference[]): readonly string[] {
  return [...new Set(differences.flatMap(({ units }) => units))]
}

function describe(group: readonly Difference[], placeOf: JudgeOptions['placeOf']): Diagnostic {
  const [message = '', ...more] = new Set(
    group.map(one => (one.place === one.written ? one.message : `${one.message} (${placeOf(one.written)})`)),
  )
  return {
    code: 'reachability',
    severity: 'error',
    message: more.length === 0 ? message : `${message}; and ${more.length} more that this line decides`,
    fix: 'correct the policy, or, where the tables are to change, run npm run reach -- --write and review what it writes',
    ...(group[0] ? { source: group[0].place } : {}),
  }
}
