import { join } from 'node:path'
import { repository } from '../../../scripts/testing/capture.ts'
import { causes } from '../../upstream/causes.ts'
import { type Defect, placesOf } from '../../upstream/defects.ts'
import type { Result } from './result.ts'
import { runCheck } from './run-check.ts'

interface Found {
  readonly code: string
  readonly file: string
  readonly line: number
}

/** Runs `npm run validate` on these paths of the folder; found is what a rule for the cause finds at the line. */
export function measureOurs(paths: readonly string[], defects: readonly Defect[]): Result {
  const words = ['validate', '--release', '3.2.8', '--format', 'json', ...paths]
  const { output, cpu } = runCheck([process.execPath, join(repository, 'scripts/start.mjs'), ...words])
  const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly Found[] }
  const isOf = (defect: Defect) => (one: Found) =>
    causes[defect.id]?.includes(one.code) && placesOf(defect).includes(`${one.file}:${one.line}`)
  const found = defects.filter(defect => diagnostics.some(isOf(defect))).map(({ id }) => id)
  return { name: 'validate', found, findings: diagnostics.length, cpu }
}
