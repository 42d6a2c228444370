import { chooseCluster } from '../fleet/choose-cluster.ts'
import { findCommit, findMainline } from '../git/find-commit.ts'
import { listCommits } from '../git/list-commits.ts'
import { readContents } from '../git/read-files.ts'
import { buildHistory } from '../history/build-history.ts'
import { isSettingsPath } from '../history/settings.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Environment } from '../model/environment.ts'
import type { History } from '../model/history.ts'
import type { HistoryFormat } from '../report/history/history-formats.ts'
import { formatJson } from '../report/history/json.ts'
import { formatText } from '../report/history/text.ts'

export interface HistoryArguments {
  readonly branch?: string
  readonly since?: string
  readonly format: HistoryFormat
  readonly all: boolean
}

/** What the commits of the branch did to the clusters. */
export async function history(
  name: string | undefined,
  { branch, since, format, all }: HistoryArguments,
  environment: Environment,
): Promise<0> {
  const { root, hasColor, write } = environment
  const from = since === undefined ? undefined : readSince(since)
  const tip = await findCommit(root, branch ?? (await findMainline(root)).ref)
  const commits = await listCommits(root, tip, ['base', 'overlays', 'clusters'])
  const steps = commits.flatMap(({ files }) => files.filter(({ path }) => isSettingsPath(path)))
  const contents = await readContents(root, [...new Set(steps.flatMap(({ after }) => after ?? []))])
  const textOf = (content: string) => contents.get(content)
  const whole = buildHistory(commits, textOf, { since: from })
  const found =
    name === undefined ? whole : buildHistory(commits, textOf, { since: from, cluster: choose(name, whole) })
  const options = { hasColor, isWhole: all, durationMs: 0, nameOf: (path: string) => path }
  write(format === 'json' ? formatJson(found) : formatText(found, options))
  return 0
}

/** One that is gone has a history, too. */
function choose(name: string, { runs }: History): string {
  const clusters = [...runs.keys()].sort().map(known => ({ name: known }))
  return chooseCluster(name, { clusters }).name
}

function readSince(text: string): number {
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z?)?$/.test(text)
  const at = Date.parse(isDate && text.length > 10 && !text.endsWith('Z') ? `${text}Z` : text)
  if (isDate && !Number.isNaN(at)) return at
  throw new CannotFinish(`--since ${JSON.stringify(text)} is no day: write 2026-01-31, or 2026-01-31T12:00 (UTC)`)
}
