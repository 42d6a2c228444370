import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../scripts/model/diagnostic.ts'
import type { Verification } from '../scripts/model/verification.ts'
import { reportVerification } from '../scripts/report/verification.ts'
import schema from './verify-report.schema.json' with { type: 'json' }

const validate = new Ajv({ strictRequired: false }).compile(schema)

const least: Diagnostic = { code: 'pods-ready', severity: 'error', message: 'it has 0 of 1 pods', fix: 'see why' }
const most: Diagnostic = {
  ...least,
  source: { file: '/repository/base/worker/stateful-set.yaml', line: 14, column: 13 },
  resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'fogflow', name: 'worker-0' },
}

function print(diagnostics: readonly Diagnostic[], revision?: string) {
  const checks: Verification['checks'] = [
    { id: 'pods-ready', state: 'failed', remark: '' },
    { id: 'intent-runs', state: 'skipped', remark: '--intent runs it' },
  ]
  const where = { cluster: 'lab/laptop', context: 'laptop', server: 'https://127.0.0.1:6443', revision }
  const nameOf = (file: string) => file.replace('/repository/', '')
  const options = { hasColor: false, isWhole: true, durationMs: 12.5, nameOf }
  const { text } = reportVerification({ ...where, checks, diagnostics }, 'json', options)
  return JSON.parse(text) as { readonly diagnostics: readonly object[] }
}

test('what is printed has the published form, with few facts and with all', () => {
  for (const printed of [print([]), print([least]), print([least, most], 'main at 1a2b3c4')]) {
    expect(validate(printed)).toBe(true)
    expect(validate.errors).toBeNull()
  }
})

test('every fact that the form has can be printed', () => {
  const [printed = {}] = print([most]).diagnostics
  expect(Object.keys(printed).sort()).toEqual(Object.keys(schema.$defs.diagnostic.properties).sort())
})

test('the form knows no other keys, no null and no diagnostic without a next step', () => {
  const report = print([least])
  expect(validate({ ...report, notes: [] })).toBe(false)
  expect(validate({ ...report, diagnostics: [{ ...least, fix: null }] })).toBe(false)
  expect(validate({ ...report, diagnostics: [{ ...least, fix: undefined }] })).toBe(false)
})
