import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import { indexReasons } from './describe.ts'
import type { ReportOptions } from './options.ts'

/** The report for machines, in the form of schemas/validate-report.schema.json: absent facts are absent keys. */
export function formatJson({ summary, diagnostics, rules }: Judgement, options: ReportOptions): string {
  const reasonOf = indexReasons(rules)
  const report = {
    summary: { ...summary, durationMs: Math.round(options.durationMs) },
    diagnostics: diagnostics.map(diagnostic => toRecord(diagnostic, reasonOf(diagnostic.code), options)),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function toRecord({ source, ...diagnostic }: Diagnostic, why: string | undefined, options: ReportOptions): object {
  const { code, severity, message, fix, resource, path, clusters } = diagnostic
  const place = source && { file: options.nameOf(source.file), line: source.line, column: source.column }
  return { code, severity, message, fix, why, ...place, resource, path, clusters }
}
