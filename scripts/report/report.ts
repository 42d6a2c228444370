import type { Judgement } from '../model/judgement.ts'
import type { Format } from './format.ts'
import { formatGithub } from './github.ts'
import { formatJson } from './json.ts'
import { formatJunit } from './junit.ts'
import { formatMarkdown } from './markdown.ts'
import type { ReportOptions } from './options.ts'
import { formatSarif } from './sarif.ts'
import { formatText } from './text.ts'

const formatters: Readonly<Record<Format, (judgement: Judgement, options: ReportOptions) => string>> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  junit: formatJunit,
  github: formatGithub,
  markdown: formatMarkdown,
}

export interface Report {
  readonly text: string
  /** 0 where nothing is wrong, 1 where there are errors; warnings alone are no reason to stop a merge. */
  readonly exitCode: 0 | 1
}

export function report(judgement: Judgement, format: Format, options: ReportOptions): Report {
  return { text: formatters[format](judgement, options), exitCode: judgement.summary.errors > 0 ? 1 : 0 }
}
