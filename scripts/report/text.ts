import pico from 'picocolors'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement, Summary } from '../model/judgement.ts'
import type { RuleText } from '../model/rule.ts'
import { showControls } from '../text/show-controls.ts'
import { formatPlace, formatUnits, indexReasons } from './describe.ts'
import type { ReportOptions } from './options.ts'
import { formatFound, formatLooked, formatSkipped } from './summary.ts'

/** The report for people: one paragraph a diagnostic, what was skipped and why, and one line that sums it up. */
export function formatText({ summary, diagnostics, skipped, notes, rules }: Judgement, options: ReportOptions): string {
  const paragraphs = [
    formatDiagnostics(diagnostics, options, rules),
    ...formatSkipped(skipped, options).map(showControls),
    ...notes.map(note => showControls(`note: ${note}`)),
    formatSummary(summary, options),
  ]
  return `${paragraphs.filter(paragraph => paragraph !== '').join('\n')}\n`
}

/** Diagnostics alone, for a command that has no summary. The first of each rule says why the rule is there. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: ReportOptions,
  rules: readonly RuleText[] = [],
): string {
  const reasonOf = indexReasons(rules)
  const told = new Set<string>()
  return diagnostics
    .map(diagnostic => {
      const why = told.has(diagnostic.code) ? undefined : reasonOf(diagnostic.code)
      told.add(diagnostic.code)
      return `${formatDiagnostic(diagnostic, why, options)}\n`
    })
    .join('\n')
}

function formatDiagnostic(diagnostic: Diagnostic, why: string | undefined, options: ReportOptions): string {
  const { bold, dim, red, yellow } = pico.createColors(options.hasColor)
  const { severity, code, message, fix } = diagnostic
  const color = severity === 'error' ? red : yellow
  return [
    `${bold(showControls(formatPlace(diagnostic, options)))}  ${color(severity)}  ${code}`,
    ...indent(message),
    ...(fix === undefined ? [] : indent(fix, dim('fix: '))),
    ...(why === undefined ? [] : indent(why, dim('why: '))),
    ...formatUnits(diagnostic, options).flatMap(line => indent(line).map(dim)),
  ].join('\n')
}

function indent(text: string, label = ''): string[] {
  return `${label}${showControls(text)}`.split('\n').map(line => `  ${line}`)
}

function formatSummary(summary: Summary, options: ReportOptions): string {
  const { green, red } = pico.createColors(options.hasColor)
  const color = summary.errors > 0 ? red : green
  const seconds = (options.durationMs / 1000).toFixed(1)
  return `${formatLooked(summary)}: ${color(formatFound(summary))} (${seconds} s)`
}
