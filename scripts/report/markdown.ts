import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import { fence, longest, quoteCode } from '../text/markdown-code.ts'
import { countBySeverity } from './count.ts'
import { describe, errorsFirst, formatPlace, indexReasons } from './describe.ts'
import type { ReportOptions } from './options.ts'
import { formatFound, formatLooked, formatSkipped } from './summary.ts'

/** Room for the line that counts what had none. */
const reserve = 256

/**
 * The report as a comment on a pull request. What others wrote stands in code, where Markdown, HTML, mentions and
 * references mean nothing. Errors come first; what there is no room for is counted.
 */
export function formatMarkdown(judgement: Judgement, options: ReportOptions): string {
  const { summary, diagnostics, skipped, notes, rules } = judgement
  const reasonOf = indexReasons(rules)
  const title = `### validate: ${formatFound(summary)}\n\n${formatLooked(summary)}\n`
  const remarks = [...formatSkipped(skipped, options), ...notes.map(note => `note: ${note}`)]
  const blocks = errorsFirst(diagnostics).map(one => ({
    diagnostic: one,
    text: formatBlock(one, describe(one, reasonOf(one.code), options), options),
  }))
  const footer = remarks.length === 0 ? '' : `\n${fence(remarks.join('\n'))}`
  const { kept, rest } = fill(blocks, longest - title.length - reserve - footer.length)
  const isFooterKept = title.length + footer.length + reserve <= longest
  const parts = [
    title,
    ...kept,
    ...(rest.length === 0 ? [] : [`\nThere was no room here for ${countBySeverity(rest)} more.\n`]),
    isFooterKept ? footer : `\nThere was no room here for ${remarks.length} remarks on what was skipped.\n`,
  ]
  return parts.join('')
}

interface Block {
  readonly diagnostic: Diagnostic
  readonly text: string
}

/** As many blocks as fit, in their order. */
function fill(blocks: readonly Block[], room: number): { kept: readonly string[]; rest: readonly Diagnostic[] } {
  const kept: string[] = []
  const rest: Diagnostic[] = []
  let left = room
  for (const { text, diagnostic } of blocks) {
    if (text.length > left) rest.push(diagnostic)
    else {
      kept.push(text)
      left -= text.length
    }
  }
  return { kept, rest }
}

function formatBlock(diagnostic: Diagnostic, lines: readonly string[], options: ReportOptions): string {
  const { severity, code } = diagnostic
  const place = quoteCode(formatPlace(diagnostic, options))
  return `\n**${severity}** \`${code}\` ${place}\n${fence(lines.join('\n'))}`
}
