import type { Diagnostic } from '../model/diagnostic.ts'

/** A count with its thousands apart. (The locale's own formatter takes longer to load than a report to write.) */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A count with what is counted: `1 error`, `1,200 errors`. */
export function countOf(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`
}

/** What a list holds: `2 errors and 1 warning`. */
export function countBySeverity(diagnostics: readonly Pick<Diagnostic, 'severity'>[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ]
  return parts.join(' and ') || 'nothing'
}
