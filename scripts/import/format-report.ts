import pico from 'picocolors'
import type { Defect, Outcome } from './defect.ts'
import type { ImportedCluster } from './import-sites.ts'

export interface ReportOptions {
  readonly hasColor: boolean
  /** How a file is named to the reader. */
  nameOf(file: string): string
}

const titles: Readonly<Record<Outcome, string>> = { decide: 'to decide', lost: 'not kept', corrected: 'corrected' }

/** The report of an import: what a person must decide first, then what is lost, then what is right now. */
export function formatReport(clusters: readonly ImportedCluster[], options: ReportOptions): string {
  const parts = clusters.map(cluster => formatCluster(cluster, options))
  return `${parts.join('\n')}\n${formatSummary(clusters)}\n`
}

function formatCluster({ file, defects }: ImportedCluster, options: ReportOptions): string {
  const { bold } = pico.createColors(options.hasColor)
  const inOrder = (Object.keys(titles) as Outcome[]).flatMap(outcome => defects.filter(one => one.outcome === outcome))
  return [bold(`# ${options.nameOf(file)}`), '', ...inOrder.map(defect => formatDefect(defect, options))].join('\n')
}

function formatDefect({ code, outcome, message, why, here, places }: Defect, options: ReportOptions): string {
  const { bold, dim, green, yellow } = pico.createColors(options.hasColor)
  const [first = '', ...others] = places.map(({ file, line, column }) => `${options.nameOf(file)}:${line}:${column}`)
  const color = outcome === 'corrected' ? green : yellow
  return [
    `${bold(first)}  ${color(titles[outcome])}  ${code}`,
    `  ${message}`,
    ...others.map(place => `  ${dim('also:')} ${place}`),
    `  ${dim('why:')} ${why}`,
    `  ${dim(outcome === 'decide' ? 'fix:' : 'here:')} ${here}`,
    '',
  ].join('\n')
}

function formatSummary(clusters: readonly ImportedCluster[]): string {
  const all = clusters.flatMap(({ defects }) => defects)
  const counts = (Object.keys(titles) as Outcome[]).map(
    outcome => `${all.filter(one => one.outcome === outcome).length} ${titles[outcome]}`,
  )
  return `${clusters.length} cluster${clusters.length === 1 ? '' : 's'}: ${counts.join(', ')}`
}
