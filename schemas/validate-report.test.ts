import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../scripts/model/diagnostic.ts'
import type { RuleText } from '../scripts/model/rule.ts'
import { formatJson } from '../scripts/report/json.ts'
import schema from './validate-report.schema.json' with { type: 'json' }

const validate = new Ajv({ allowUnionTypes: true, strictRequired: false }).compile(schema)

const summary = {
  kustomizations: 1,
  clusters: 0,
  resources: 2,
  valid: 1,
  invalid: 1,
  skipped: 0,
  empty: 0,
  errors: 1,
  warnings: 0,
  kubernetes: '1.34',
}
const least: Diagnostic = { code: 'worker-capacity', severity: 'error', message: 'worker.capacity is 0' }
const rule: RuleText = {
  id: 'worker-capacity',
  severity: 'error',
  summary: 'A worker has a capacity.',
  why: 'FogFlow gives a worker without one no task.',
  fix: 'set it to 1 or more',
}
const most: Diagnostic = {
  ...least,
  fix: 'set it to 1 or more',
  source: { file: '/repository/base/worker/config.json', line: 14, column: 13 },
  resource: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'fogflow', name: 'worker-config' },
  path: ['data', 'config.json', 0],
  clusters: ['overlays/edge'],
}

function print(diagnostics: readonly Diagnostic[]) {
  const judgement = { summary, diagnostics, skipped: [], notes: [], rules: [rule] }
  const nameOf = (file: string) => file.replace('/repository/', '')
  const text = formatJson(judgement, { hasColor: false, isWhole: true, durationMs: 12.5, nameOf })
  return JSON.parse(text) as { summary: object; diagnostics: object[] }
}

test('what is printed has the published form, with few facts and with all', () => {
  for (const diagnostics of [[], [least], [least, most]]) {
    expect(validate(print(diagnostics))).toBe(true)
    expect(validate.errors).toBeNull()
  }
})

test('every fact that the form has can be printed', () => {
  const [printed = {}] = print([most]).diagnostics
  expect(Object.keys(printed).sort()).toEqual(Object.keys(schema.$defs.diagnostic.properties).sort())
})

test('the form knows no other keys, no null and no place without a file', () => {
  const report = print([least])
  expect(validate({ ...report, notes: [] })).toBe(false)
  expect(validate({ ...report, diagnostics: [{ ...least, fix: null }] })).toBe(false)
  expect(validate({ ...report, diagnostics: [{ ...least, line: 1 }] })).toBe(false)
  expect(validate({ ...report, diagnostics: [{ ...least, file: 'a', line: 0 }] })).toBe(false)
})
