import type { Judgement } from '../model/judgement.ts'
import { formatJson } from './json.ts'
import type { ReportOptions } from './options.ts'
import { formatText } from './text.ts'

const formats = { text: formatText, json: formatJson } satisfies Record<
  string,
  (judgement: Judgement, options: ReportOptions) => string
>

export type Format = keyof typeof formats

export interface Report {
  readonly text: string
  /** 0 where nothing is wrong, 1 where there are errors; warnings alone are no reason to stop a merge. */
  readonly exitCode: 0 | 1
}

export function report(judgement: Judgement, format: Format, options: ReportOptions): Report {
  return { text: formats[format](judgement, options), exitCode: judgement.summary.errors > 0 ? 1 : 0 }
}
