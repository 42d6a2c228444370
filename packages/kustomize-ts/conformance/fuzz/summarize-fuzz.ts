import type { Summary } from '../summarize.ts'
import type { FuzzReport } from './run-fuzz.ts'

/** Fields by what they do, how many trees build, and every difference with the folder that shows it. */
export function summarizeFuzz({ differences, built, count, effects }: FuzzReport): Summary {
  const fields = [...effects].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = [
    ...fields.map(([field, trees]) => `${field.padEnd(28)} changes the bytes of ${trees} trees`),
    ...differences.map(({ seed, folder, miss }) => `DIFFERENCE seed ${seed}, ${folder}: ${miss}`),
    `${built} of ${count} trees build; ${differences.length} differences`,
  ]
  return { text: lines.join('\n'), isPassed: differences.length === 0 && count > 0 }
}
