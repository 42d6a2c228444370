import { type FleetDiff, type FoldedChange, isGrave } from '../../model/change.ts'
import { fence, quoteCode } from '../../text/markdown-code.ts'
import { countOf } from '../count.ts'
import { countChanges, formatChanges } from './count-changes.ts'
import { describeClusters, describeFields, describeTitle, markNames } from './describe-change.ts'

/** How many clusters a change names; the report for machines has all of them. */
const shown = 10
/** Room for the line that counts what had none. */
const reserve = 256

/**
 * For a comment on a pull request, or its text: at most `room` characters. What nobody can take back comes first; what
 * there is no room for is counted.
 */
export function formatMarkdown(diff: FleetDiff, folded: readonly FoldedChange[], room: number): string {
  const head = `${formatChanges(countChanges(diff))}\n`
  const blocks = [...folded].sort((one, other) => rank(one) - rank(other)).map(formatBlock)
  const kept: string[] = []
  let left = room - head.length - reserve
  for (const block of blocks) {
    if (block.length > left) continue
    kept.push(block)
    left -= block.length
  }
  const rest = blocks.length - kept.length
  const missing = rest === 0 ? '' : `\nThere was no room here for ${countOf(rest, 'more change')}.\n`
  return [head, ...kept, missing].join('')
}

const rank = ({ change }: FoldedChange) => (change.marks.some(({ kind }) => isGrave(kind)) ? 0 : 1)

function formatBlock(folded: FoldedChange): string {
  const { change } = folded
  const marks = change.marks.map(({ kind, message }) => `- **${markNames[kind]}**: ${quoteCode(message)}\n`)
  const lines = describeFields(change).map(({ sign, text }) => `${sign} ${text}`)
  const title = `\n${quoteCode(describeTitle(change))} ${quoteCode(describeClusters(folded, shown))}\n`
  return [title, ...marks, lines.length === 0 ? '' : fence(lines.join('\n'), 'diff')].join('')
}
