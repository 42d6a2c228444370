import type { Diagnostic } from '../model/diagnostic.ts'
import type { RuleText } from '../model/rule.ts'
import { formatCount } from './count.ts'
import { type ReportOptions, shorten } from './options.ts'

/** A cluster's name is its path below this folder. */
const clustersFolder = 'clusters/'

/** Where a diagnostic stands, as people and editors write it. */
export function formatPlace({ source, resource, clusters }: Diagnostic, options: ReportOptions): string {
  if (source) return `${options.nameOf(source.file)}:${source.line}:${source.column}`
  return clusters?.[0] ?? (resource ? `${resource.kind}/${resource.name}` : '(no place)')
}

/** Said where the place alone does not tell which units suffer. */
export function formatUnits({ source, clusters = [] }: Diagnostic, options: ReportOptions): readonly string[] {
  const [only] = clusters
  const isPlain = clusters.length === 1 && source && options.nameOf(source.file).startsWith(`${only}`)
  if (clusters.length === 0 || isPlain || !source) return []
  if (clusters.length === 1) return [`in ${only}`]
  const areClusters = clusters.every(name => name.startsWith(clustersFolder))
  const names = areClusters ? clusters.map(name => name.slice(clustersFolder.length)) : clusters
  return [`in ${formatCount(names.length)} ${areClusters ? 'clusters' : 'kustomizations'}: ${shorten(names, options)}`]
}

/** All that is said of a diagnostic beside its place, its code and how bad it is: one entry a fact. */
export function describe(diagnostic: Diagnostic, why: string | undefined, options: ReportOptions): readonly string[] {
  return [
    diagnostic.message,
    ...(diagnostic.fix === undefined ? [] : [`fix: ${diagnostic.fix}`]),
    ...(why === undefined ? [] : [`why: ${why}`]),
    ...formatUnits(diagnostic, options),
  ]
}

/** Why what a code stands for matters; undefined for a code that is no rule's. */
export function indexReasons(rules: readonly RuleText[]): (code: string) => string | undefined {
  const reasons = new Map(rules.map(({ id, why }) => [id, why]))
  return code => reasons.get(code)
}

/** Errors before warnings, each in the order they come: where room is short, the errors get it. */
export function errorsFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isError = ({ severity }: Diagnostic) => severity === 'error'
  return [...diagnostics.filter(isError), ...diagnostics.filter(one => !isError(one))]
}
