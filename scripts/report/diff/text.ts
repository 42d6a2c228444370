import pico from 'picocolors'
import { type FleetDiff, type FoldedChange, isGrave } from '../../model/change.ts'
import type { ReportOptions } from '../options.ts'
import { countChanges, formatChanges } from './count-changes.ts'
import { describeClusters, describeFields, describeTitle, markNames } from './describe-change.ts'

/** For people: a paragraph a change, and one line that sums it up. */
export function formatText(diff: FleetDiff, folded: readonly FoldedChange[], options: ReportOptions): string {
  const paragraphs = folded.map(one => formatChange(one, options))
  return [...paragraphs, formatChanges(countChanges(diff))].map(paragraph => `${paragraph}\n`).join('\n')
}

function formatChange(folded: FoldedChange, { hasColor, isWhole }: ReportOptions): string {
  const { bold, dim, green, red, yellow } = pico.createColors(hasColor)
  const { change } = folded
  const colors = { '-': red, '+': green, ' ': (text: string) => text }
  const marks = change.marks.map(
    ({ kind, message }) => `${(isGrave(kind) ? red : yellow)(markNames[kind])}: ${message}`,
  )
  const where = describeClusters(folded, isWhole ? Number.POSITIVE_INFINITY : 3)
  return [
    `${bold(describeTitle(change))} ${dim(where)}`,
    ...marks.map(mark => `  ${mark}`),
    ...describeFields(change).map(({ sign, text }) => colors[sign](`  ${sign} ${text}`)),
  ].join('\n')
}
