import type { Verdict } from './verdict.ts'

/** What `npm run verify` saw of clusters after they had what was merged. */
export interface Health {
  readonly healthy: ReadonlySet<string>
  readonly failing: ReadonlySet<string>
}

/** Whether enough clusters of a step are known to be well; undefined where they are. One that nobody looked at is not. */
export function judgeHealth(
  clusters: readonly string[],
  tolerate: string,
  { healthy, failing }: Health,
): Extract<Verdict, { kind: 'wait' | 'end' }> | undefined {
  const most = countTolerated(tolerate, clusters.length)
  const failed = clusters.filter(name => failing.has(name))
  const unknown = clusters.filter(name => !failing.has(name) && !healthy.has(name))
  const [first = ''] = failed
  if (failed.length > most)
    return {
      kind: 'end',
      how: 'failed',
      why: `verify fails in ${failed.length} of its ${clusters.length} clusters (${first} …), more than ${tolerate}: see there, mend it, or take the step back`,
    }
  const [next = ''] = unknown
  if (failed.length + unknown.length > most)
    return {
      kind: 'wait',
      why: `${unknown.length} of its ${clusters.length} clusters have no report of after the merge: npm run -s verify -- --cluster ${next} --format json`,
    }
  return undefined
}

/** `3`, or `25%` of the clusters, whole ones. */
function countTolerated(tolerate: string, count: number): number {
  const number = Number(tolerate.replace('%', ''))
  return tolerate.endsWith('%') ? Math.floor((count * number) / 100) : number
}
