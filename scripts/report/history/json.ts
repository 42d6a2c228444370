import type { Deployment, History, Run } from '../../model/history.ts'

/** For machines, in the form of schemas/history-report.schema.json: absent facts are absent keys. */
export function formatJson({ deployments, runs, measures }: History): string {
  const report = {
    summary: measures,
    deployments: deployments.map(toRecord),
    clusters: [...runs]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([cluster, list]) => ({ cluster, runs: list.map(toRun) })),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function toRecord({ at, settings, ...rest }: Deployment): object {
  const changes = [...settings].map(([cluster, keys]) => ({ cluster, keys }))
  return { ...rest, at: toTime(at), settings: changes }
}

function toRun({ since, until, ...rest }: Run): object {
  return { ...rest, since: toTime(since), ...(until !== undefined && { until: toTime(until) }) }
}

const toTime = (at: number) => new Date(at).toISOString()
