import type { FleetDiff, FoldedChange } from '../../model/change.ts'
import { longest } from '../../text/markdown-code.ts'
import type { ReportOptions } from '../options.ts'
import type { DiffFormat } from './diff-formats.ts'
import { formatJson } from './json.ts'
import { formatMarkdown } from './markdown.ts'
import { formatText } from './text.ts'

type Format = (diff: FleetDiff, folded: readonly FoldedChange[], options: ReportOptions) => string

const formatters: Readonly<Record<DiffFormat, Format>> = {
  text: formatText,
  markdown: (diff: FleetDiff, folded: readonly FoldedChange[]) => formatMarkdown(diff, folded, longest),
  json: formatJson,
}

/** What changes in the clusters, for a reader of that kind. */
export function reportDiff(
  diff: FleetDiff,
  folded: readonly FoldedChange[],
  format: DiffFormat,
  options: ReportOptions,
): string {
  return formatters[format](diff, folded, options)
}
