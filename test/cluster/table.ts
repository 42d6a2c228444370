import type { Row } from './parts/part.ts'

/** Rows as a table for people, and how many passed. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map(row => [
    row.passed ? 'ok' : 'FAILED',
    row.scenario,
    row.with,
    formatSeconds(row),
    row.remark.replace(/\n[\s\S]*/, ' …'),
  ])
  const all = [['', 'scenario', 'with', 'seconds', 'seen'], ...cells]
  const widths = [0, 1, 2, 3].map(column => Math.max(...all.map(line => line[column]?.length ?? 0)))
  const lines = all.map(line =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const passed = rows.filter(({ passed }) => passed).length
  return [...lines, '', `${passed} passed, ${rows.length - passed} failed`].join('\n')
}

/** From the push until all is ready. */
const formatSeconds = ({ seconds }: Row): string => (seconds === undefined ? '' : seconds.toFixed(1).padStart(7))
