import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import type { ReportOptions } from './options.ts'

/** The report for machines, in the form of schemas/validate-report.schema.json: absent facts are absent keys. */
export function formatJson({ summary, diagnostics }: Judgement, options: ReportOptions): string {
  const report = {
    summary: { ...summary, durationMs: Math.round(options.durationMs) },
    diagnostics: diagnostics.map(diagnostic => toRecord(diagnostic, options)),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function toRecord({ source, ...diagnostic }: Diagnostic, options: ReportOptions): object {
  const { code, severity, message, fix, resource, path, clusters } = diagnostic
  const place = source && { file: options.nameOf(source.file), line: source.line, column: source.column }
  return { code, severity, message, fix, ...place, resource, path, clusters }
}
