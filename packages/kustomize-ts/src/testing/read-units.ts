import { existsSync, readFileSync } from 'node:fs'

const file = new URL('../../../../../shared/conformance/kustomize-units.jsonl', import.meta.url).pathname

/** A row of a table-driven test of kustomize. */
export interface Unit<Fields> {
  readonly source: string
  readonly test: string
  readonly name: string | null
  readonly fields: Fields
}

/** The rows from one test file of kustomize. None, said aloud, where the tables are not on this machine. */
export function readUnits<Fields>(source: string): readonly Unit<Fields>[] {
  if (!existsSync(file)) {
    console.warn(`skipped: the rows of ${source}, because ../shared/conformance/kustomize-units.jsonl is absent`)
    return []
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map(line => JSON.parse(line)).filter(unit => unit.source === source)
}
