import pico from 'picocolors'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement, Summary } from '../model/judgement.ts'
import type { Skipped } from '../model/loaded.ts'
import { countOf, formatCount } from './count.ts'
import { type ReportOptions, shorten } from './options.ts'

/** The report for people: one paragraph a diagnostic, what was skipped and why, and one line that sums it up. */
export function formatText({ summary, diagnostics, skipped, notes }: Judgement, options: ReportOptions): string {
  const paragraphs = [
    formatDiagnostics(diagnostics, options),
    ...formatSkipped(skipped, options),
    ...notes.map(note => `note: ${note}`),
    formatSummary(summary, options),
  ]
  return `${paragraphs.filter(paragraph => paragraph !== '').join('\n')}\n`
}

/** Diagnostics alone, for a command that has no summary. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  return diagnostics.map(diagnostic => `${formatDiagnostic(diagnostic, options)}\n`).join('\n')
}

function formatDiagnostic(diagnostic: Diagnostic, options: ReportOptions): string {
  const { bold, dim, red, yellow } = pico.createColors(options.hasColor)
  const { severity, code, message, fix } = diagnostic
  const color = severity === 'error' ? red : yellow
  return [
    `${bold(formatPlace(diagnostic, options))}  ${color(severity)}  ${code}`,
    ...indent(message),
    ...(fix === undefined ? [] : indent(`${dim('fix:')} ${fix}`)),
    ...formatUnits(diagnostic, options).map(line => dim(line)),
  ].join('\n')
}

function indent(text: string): string[] {
  return text.split('\n').map(line => `  ${line}`)
}

function formatPlace({ source, resource, clusters }: Diagnostic, options: ReportOptions): string {
  if (source) return `${options.nameOf(source.file)}:${source.line}:${source.column}`
  return clusters?.[0] ?? (resource ? `${resource.kind}/${resource.name}` : '(no place)')
}

/** Said where the place alone does not tell which units suffer. */
function formatUnits({ source, clusters = [] }: Diagnostic, options: ReportOptions): string[] {
  const [only] = clusters
  const isPlain = clusters.length === 1 && source && options.nameOf(source.file).startsWith(`${only}`)
  if (clusters.length === 0 || isPlain || !source) return []
  if (clusters.length === 1) return [`  in ${only}`]
  return [`  in ${clusters.length} kustomizations: ${shorten(clusters, options)}`]
}

function formatSkipped(skipped: readonly Skipped[], options: ReportOptions): string[] {
  const byReason = new Map<string, string[]>()
  for (const { what, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), what])
  return [...byReason].map(([reason, names]) => `skipped: ${names.length}, ${reason}: ${shorten(names, options)}`)
}

function formatSummary(summary: Summary, options: ReportOptions): string {
  const { green, red } = pico.createColors(options.hasColor)
  const looked = [
    ...(summary.clusters > 0 ? [countOf(summary.clusters, 'cluster')] : []),
    ...(summary.kustomizations > 0 ? [countOf(summary.kustomizations, 'kustomization')] : []),
    countOf(summary.resources, 'resource'),
    `Kubernetes ${summary.kubernetes}`,
  ]
  const found = [
    countOf(summary.errors, 'error'),
    countOf(summary.warnings, 'warning'),
    `${formatCount(summary.skipped)} skipped`,
  ]
  const color = summary.errors > 0 ? red : green
  return `${looked.join(', ')}: ${color(found.join(', '))} (${(options.durationMs / 1000).toFixed(1)} s)`
}
