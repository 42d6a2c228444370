import pico from 'picocolors'
import type { Deployment, History, KeyChange, Run } from '../../model/history.ts'
import { showControls } from '../../text/show-controls.ts'
import { countOf, formatCount } from '../count.ts'
import { type ReportOptions, shorten } from '../options.ts'

/** How many deployments are told where nobody asks for all of them. */
const shown = 20

/** For people: a paragraph a deployment, the newest first; what ran in the clusters; one line that sums it up. */
export function formatText({ deployments, runs, measures }: History, options: ReportOptions): string {
  const told = options.isWhole ? deployments : deployments.slice(0, shown)
  const older = deployments.length - told.length
  return [
    ...told.map(one => `${formatDeployment(one, deployments, options)}\n`),
    ...(older > 0 ? [`… and ${formatCount(older)} before that (--all lists them)\n`] : []),
    ...formatRuns(runs, options),
    formatMeasures(measures),
    '',
  ].join('\n')
}

function formatDeployment(one: Deployment, all: readonly Deployment[], options: ReportOptions): string {
  const { bold, dim, green, red } = pico.createColors(options.hasColor)
  const number = one.pullRequest === undefined ? '' : ` (#${one.pullRequest})`
  const repair = all.find(({ commit }) => commit === one.takenBackBy)
  return [
    bold(showControls(`${formatTime(one.at)}  ${shorten10(one.commit)}  ${one.subject}${number}`)),
    ...describe(one, options).map(line => dim(`  ${showControls(line)}`)),
    ...(one.takesBack === undefined ? [] : [green(`  takes back ${shorten10(one.takesBack)}`)]),
    ...(one.takenBackBy === undefined
      ? []
      : [red(`  taken back by ${shorten10(one.takenBackBy)}${after(one, repair)}`)]),
  ].join('\n')
}

function after({ at }: Deployment, repair: Deployment | undefined): string {
  return repair === undefined ? '' : ` after ${formatDuration(Math.max(0, repair.at - at) / 1000)}`
}

function describe({ clusters, isShared, added, removed, settings }: Deployment, options: ReportOptions): string[] {
  const folded = new Map<string, string[]>()
  for (const [cluster, keys] of settings) {
    const text = keys.map(formatKey).join(', ')
    folded.set(text, [...(folded.get(text) ?? []), cluster])
  }
  const told = new Set([...added, ...removed, ...settings.keys()])
  const others = clusters.filter(name => !told.has(name))
  return [
    ...(added.length > 0 ? [`new: ${shorten(added, options)}`] : []),
    ...(removed.length > 0 ? [`gone: ${shorten(removed, options)}`] : []),
    ...[...folded].map(([text, names]) => `${shorten(names, options)}: ${text}`),
    ...(others.length > 0
      ? [isShared ? `what all ${countOf(clusters.length, 'cluster')} share` : shorten(others, options)]
      : []),
  ]
}

function formatKey({ key, before, after }: KeyChange): string {
  return `${key} ${formatValue(before)} → ${formatValue(after)}`
}

function formatValue(value: unknown): string {
  if (value === undefined) return '(none)'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function formatRuns(runs: History['runs'], options: ReportOptions): readonly string[] {
  const [only] = runs
  if (runs.size === 1 && only !== undefined) return [...only[1].map(formatRun), '']
  const now = new Map<string, string[]>()
  for (const [cluster, list] of runs) {
    const last = list.at(-1)
    if (last !== undefined && last.until === undefined)
      now.set(last.release, [...(now.get(last.release) ?? []), cluster])
  }
  const lines = [...now].sort(([one], [other]) => (one < other ? 1 : -1))
  return [
    ...lines.map(([release, names]) =>
      showControls(`${release} runs in ${countOf(names.length, 'cluster')}: ${shorten(names, options)}`),
    ),
    ...(lines.length > 0 ? [''] : []),
  ]
}

function formatRun({ release, commit, since, until }: Run): string {
  const end = until === undefined ? 'now' : formatTime(until)
  return showControls(`${formatTime(since)} to ${end}: ${release} (${shorten10(commit)})`)
}

function formatMeasures({ changes, failed, changeFailureRate, timeToRestore }: History['measures']): string {
  const rate = changeFailureRate === undefined ? '' : `: change failure rate ${Math.round(changeFailureRate * 100)} %`
  const { median, longest } = timeToRestore ?? {}
  const time =
    median === undefined || longest === undefined
      ? ''
      : `; time to restore ${formatDuration(median)} (median), at most ${formatDuration(longest)}`
  return `${countOf(changes, 'change')}, ${formatCount(failed)} taken back${rate}${time}`
}

const shorten10 = (commit: string) => commit.slice(0, 10)

/** To the minute, in UTC. */
function formatTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`
}

const units = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const

/** The two largest units of it: `2 d 3 h`. */
function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const first = units.findIndex(([size]) => whole >= size)
  if (first < 0) return '0 s'
  const parts = units.slice(first, first + 2).map(([size, name], at) => {
    const within = at === 0 ? whole : whole % (units[first]?.[0] ?? 1)
    return [Math.floor(within / size), name] as const
  })
  return parts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(' ')
}
