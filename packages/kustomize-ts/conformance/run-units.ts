import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readRows } from './read-cases.ts'
import type { Suite, Verdict } from './summarize.ts'
import type { Unit, UnitSuite } from './unit-suite.ts'

const folder = new URL('units/', import.meta.url)

/** Puts the rows of kustomize's unit tests in a file to this package: a suite for each module in `units`. */
export async function runUnits(file: string, only: string): Promise<readonly Suite[]> {
  const rows = readRows<Unit>(file)
  const suites: Suite[] = []
  for (const name of readdirSync(folder)) {
    const module: Record<string, UnitSuite> = await import(new URL(name, folder).href)
    const [suite] = Object.values(module)
    if (suite !== undefined) suites.push(judgeSuite(`units of ${basename(name, '.ts')}`, suite, rows, only))
  }
  return suites
}

function judgeSuite(name: string, suite: UnitSuite, rows: readonly Unit[], only: string): Suite {
  const chosen = rows.filter(row => suite.sources.includes(row.source) && idOf(row).includes(only))
  const reasons = chosen.map(row => ({ row, reason: suite.except(row) }))
  return {
    name,
    verdicts: reasons.filter(({ reason }) => reason === undefined).map(({ row }) => judge(row, suite)),
    exceptions: reasons.flatMap(({ row, reason }) => (reason === undefined ? [] : [`${idOf(row)}: ${reason}`])),
  }
}

function judge(row: Unit, suite: UnitSuite): Verdict {
  const verdict = { id: idOf(row), features: [] }
  try {
    const { expected, actual } = suite.judge(row)
    if (isDeepStrictEqual(actual, expected)) return verdict
    return { ...verdict, miss: `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}` }
  } catch (error) {
    return { ...verdict, miss: `thrown: ${error instanceof Error ? error.message : error}` }
  }
}

function idOf({ source, test, name, fields }: Unit): string {
  return `${source} ${test} ${name ?? JSON.stringify(fields)}`
}
