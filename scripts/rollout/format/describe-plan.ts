import { type Calls, countCalls, limitsPerHour } from '../plan/count-calls.ts'
import type { RolloutPlan, Step } from '../plan/plan.ts'

const shown = 6

/** What a dry run tells: each pull request on a line, what is left out and why, and what it asks of GitHub. */
export function describePlan({ steps, held, current }: RolloutPlan, branchOf: (step: Step) => string): string {
  const of = steps.length
  const lines = steps.map(step => {
    const { kind, index, clusters, files, alsoChanged } = step
    const others =
      alsoChanged.length > 0 ? `, and generated files of ${countOf(alsoChanged.length, 'other cluster')}` : ''
    const what = kind === 'wave' ? listSome(clusters) : 'into the defaults.yaml above them'
    return `${index} of ${of}  ${branchOf(step)}  ${countOf(clusters.length, 'cluster')}, ${countOf(files.length, 'file')}${others}: ${what}`
  })
  const holds = held.map(({ cluster, reason }) => `left out  ${cluster}: rollout.hold, ${reason}`)
  const known = current.length > 0 ? [`${countOf(current.length, 'cluster')} with the value already`] : []
  return `${[...lines, ...holds, ...known, ...(of > 0 ? [describeCalls(steps.map(countCalls))] : [])].join('\n')}\n`
}

function describeCalls(calls: readonly Calls[]): string {
  const sum = (one: keyof Calls) => calls.reduce((total, call) => total + call[one], 0)
  const most = Math.max(...calls.map(({ reads, writes }) => reads + writes))
  const [reads, writes] = [sum('reads'), sum('writes')]
  return `${reads + writes} API calls in all, ${writes} of them writes; at most ${most} a run (limits an hour: ${limitsPerHour.all} calls, ${limitsPerHour.writes} writes)`
}

const countOf = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

function listSome(names: readonly string[]): string {
  return names.slice(0, shown).join(', ') + (names.length > shown ? ` … and ${names.length - shown} more` : '')
}
