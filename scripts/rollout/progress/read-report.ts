import reportSchema from '../../../schemas/verify-report.schema.json' with { type: 'json' }
import { CannotFinish } from '../../model/cannot-finish.ts'
import { checkOf } from '../../schema/open-schemas.ts'

/** What `npm run verify -- --format json` saw of a cluster. */
export interface Report {
  readonly cluster: string
  readonly isHealthy: boolean
  /** The start of the hash of the commit that Git had then; undefined where Git could not be asked. */
  readonly commit: string | undefined
}

const check = checkOf(reportSchema)

/** Throws CannotFinish where the text is not one report. */
export function readReport(text: string, file: string): Report {
  const value = parse(text)
  let isRight = value !== undefined
  check(value, undefined, () => {
    isRight = false
  })
  if (!isRight)
    throw new CannotFinish(
      `--verify ${file}: that is not what \`npm run -s verify -- --cluster NAME --format json\` prints: give one file a cluster`,
    )
  const { cluster, revision, summary } = value as {
    cluster: string
    revision?: string
    summary: { passed: number; failed: number }
  }
  const commit = /^.+ at ([0-9a-f]{7,64})$/.exec(revision ?? '')?.[1]
  return { cluster, isHealthy: summary.failed === 0 && summary.passed > 0, commit }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
