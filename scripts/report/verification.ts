import pico from 'picocolors'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { CheckResult, Verification } from '../model/verification.ts'
import type { ReportOptions } from './options.ts'

const formats = { text: formatText, json: formatJson } satisfies Record<
  string,
  (verification: Verification, options: ReportOptions) => string
>

export type VerificationFormat = keyof typeof formats

export interface VerificationReport {
  readonly text: string
  /** 0 where all that was looked at is right, 1 where a check failed. */
  readonly exitCode: 0 | 1
}

export function reportVerification(
  verification: Verification,
  format: VerificationFormat,
  options: ReportOptions,
): VerificationReport {
  const hasFailed = verification.checks.some(({ state }) => state === 'failed')
  return { text: formats[format](verification, options), exitCode: hasFailed ? 1 : 0 }
}

/** In the form of schemas/verify-report.schema.json: absent facts are absent keys. */
function formatJson(verification: Verification, { durationMs, nameOf }: ReportOptions): string {
  const diagnostics = verification.diagnostics.map(({ code, severity, message, fix, resource, source }) => {
    const place = source && { file: nameOf(source.file), line: source.line, column: source.column }
    return { code, severity, message, fix, resource, ...place }
  })
  const report = {
    ...verification,
    summary: { ...count(verification), durationMs: Math.round(durationMs) },
    diagnostics,
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

/** The report for people: where it looked, a line a check, a paragraph a problem, and one line that sums it up. */
function formatText(verification: Verification, options: ReportOptions): string {
  const { cluster, context, server, revision, checks, diagnostics } = verification
  const { bold } = pico.createColors(options.hasColor)
  const where = `${bold(cluster)} at ${server} (context ${context})${revision ? `, Git: ${revision}` : ''}`
  const width = Math.max(...checks.map(({ id }) => id.length))
  const paragraphs = [
    [where, '', ...checks.map(check => formatCheck(check, width, options))].join('\n'),
    ...foldSame(diagnostics).map(diagnostic => formatProblem(diagnostic, options)),
    formatSummary(verification, options),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

/** What several checks say in the same words is said once. */
function foldSame(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const { code, ...said } = diagnostic
    const key = JSON.stringify(said)
    const same = byText.get(key)
    byText.set(key, same ? { ...same, code: `${same.code}, ${code}` } : diagnostic)
  }
  return [...byText.values()]
}

const words = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' } as const

function formatCheck({ id, state, remark }: CheckResult, width: number, { hasColor }: ReportOptions): string {
  const { green, red, dim } = pico.createColors(hasColor)
  const color = { passed: green, failed: red, skipped: dim }[state]
  const text = state === 'failed' || remark === '' ? '' : `  ${remark}`
  return `  ${color(words[state])}  ${state === 'failed' ? red(id) : id.padEnd(width)}${dim(text)}`.trimEnd()
}

function formatProblem({ code, severity, message, fix, resource, source }: Diagnostic, options: ReportOptions): string {
  const { bold, dim, red, yellow } = pico.createColors(options.hasColor)
  const color = severity === 'error' ? red : yellow
  const what = resource && `${resource.kind}/${resource.name}`
  const place = source && `${options.nameOf(source.file)}:${source.line}:${source.column}`
  return [
    `${bold(what ?? place ?? 'the cluster')}  ${color(severity)}  ${code}`,
    `  ${message.replaceAll('\n', '\n  ')}`,
    ...(fix === undefined ? [] : [`  ${dim('fix:')} ${fix}`]),
    ...(what !== undefined && place !== undefined ? [dim(`  Git: ${place}`)] : []),
  ].join('\n')
}

function formatSummary(verification: Verification, { hasColor, durationMs }: ReportOptions): string {
  const { green, red } = pico.createColors(hasColor)
  const { passed, failed, skipped, warnings } = count(verification)
  const color = failed > 0 ? red : green
  const text = `${passed} passed, ${failed} failed, ${skipped} skipped, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  return `${verification.checks.length} checks: ${color(text)} (${(durationMs / 1000).toFixed(1)} s)`
}

function count({ checks, diagnostics }: Pick<Verification, 'checks' | 'diagnostics'>) {
  const of = (wanted: CheckResult['state']) => checks.filter(({ state }) => state === wanted).length
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped'), warnings }
}
