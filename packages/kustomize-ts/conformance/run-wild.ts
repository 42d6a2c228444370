import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildMany } from '../src/index.ts'
import { readRows } from './read-cases.ts'
import { type Summary, summarize, type Verdict } from './summarize.ts'

/** What kustomize 5.8.1 made of a folder of a public repository. */
interface WildRow {
  readonly repo: string
  readonly commit: string
  readonly dir: string
  readonly flags?: readonly string[]
  /** `ok`, or why it was refused. */
  readonly verdict: string
  /** Of the bytes that it printed. */
  readonly sha256?: string
}

/**
 * Builds every recorded folder of the repositories that are checked out under `folder`, as `owner/name`, each at its
 * recorded commit: one suite a repository. Says which of them are not there.
 */
export function runWild(folder: string, rows: string): Summary {
  const byRepository = new Map<string, WildRow[]>()
  for (const row of readRows<WildRow>(rows)) byRepository.set(row.repo, [...(byRepository.get(row.repo) ?? []), row])
  const isThere = (name: string) => existsSync(join(folder, name))
  const names = [...byRepository.keys()]
  const suites = names.filter(isThere).map(name => ({
    name,
    verdicts: (byRepository.get(name) ?? []).map(row => judge(row, join(folder, name, row.dir))),
  }))
  const { text, isPassed } = summarize(suites)
  const absent = names.filter(name => !isThere(name)).map(name => `${name}: not checked out, skipped`)
  return { text: [text, ...absent].join('\n'), isPassed: isPassed && suites.length > 0 }
}

function judge(row: WildRow, directory: string): Verdict {
  const loadRestrictor = row.flags?.includes('LoadRestrictionsNone')
    ? 'LoadRestrictionsNone'
    : 'LoadRestrictionsRootOnly'
  const [built] = buildMany([directory], { loadRestrictor })
  const id = `${row.repo}/${row.dir}`
  const errors = built?.diagnostics.filter(({ severity }) => severity === 'error') ?? []
  const miss =
    row.verdict === 'ok'
      ? describeResult(row, built?.yaml ?? '', errors[0]?.message)
      : describeSuccess(row, errors.length)
  return { id, features: [], ...(miss !== undefined && { miss }) }
}

function describeResult({ sha256 }: WildRow, yaml: string, error: string | undefined): string | undefined {
  if (error !== undefined) return `kustomize builds it; here: ${error}`
  const own = createHash('sha256').update(yaml).digest('hex')
  return own === sha256 ? undefined : `other bytes (${yaml.length} characters)`
}

function describeSuccess({ verdict }: WildRow, errors: number): string | undefined {
  return errors > 0 ? undefined : `kustomize refuses it (${verdict}), here it builds`
}
