import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { formatSarif } from './sarif.ts'
import { diagnostics, judgement, options, repeat } from './testing/judgement.ts'

/** The schema of SARIF 2.1.0 as its editors published it; Ajv knows all that it uses of draft 4 by the same names. */
const { $schema, id, ...schema } = published
const validate = addFormats.default(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema)

function print(changes: Partial<Judgement>, webUrl?: string) {
  const log = JSON.parse(formatSarif({ ...judgement, ...changes }, { ...options, webUrl }))
  expect([validate(log), validate.errors]).toEqual([true, null])
  return log.runs[0]
}

it('is valid by the schema of SARIF 2.1.0, whatever was found', () => {
  expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-2.1.0')])
  fc.assert(
    fc.property(diagnostics, fc.boolean(), (found, isKnown) => {
      const { results } = print({ diagnostics: found }, isKnown ? 'https://example.org/a/b/blob/HEAD' : undefined)
      expect(results).toHaveLength(found.length)
      for (const { message } of found) expect(results.some((one: never) => startsWith(one, message))).toBe(true)
    }),
  )
})

function startsWith({ message }: { message: { text: string } }, text: string): boolean {
  return message.text.startsWith(text)
}

it('what the schema does not allow is noticed: the test above can fail', () => {
  const log = JSON.parse(formatSarif(judgement, options))
  log.runs[0].results[0].level = 'fatal'
  expect(validate(log)).toBe(false)
  log.runs[0].results[0] = { ruleId: 'a' }
  expect(validate(log)).toBe(false)
  const { tool, ...rest } = JSON.parse(formatSarif(judgement, { ...options, webUrl: 'docs' })).runs[0]
  expect([tool.driver.rules.length, validate({ version: '2.1.0', runs: [{ tool, ...rest }] })]).toEqual([1, false])
})

it('a result has its rule with summary, reason, remedy and documentation, its place and all its clusters', () => {
  const { tool, results } = print({}, 'https://example.org/a/b/blob/HEAD')
  expect(tool.driver.rules[results[0].ruleIndex]).toMatchObject({
    id: 'worker-capacity',
    shortDescription: { text: 'A worker has a capacity.' },
    help: { text: expect.stringMatching(/gives no task.*\nfix: set it.*\ndocs\/rules\.md#worker-capacity$/) },
    helpUri: 'https://example.org/a/b/blob/HEAD/docs/rules.md#worker-capacity',
  })
  expect(results[0]).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'base/worker/config.json' },
          region: { startLine: 14, startColumn: 13 },
        },
      },
    ],
    properties: { clusters: judgement.diagnostics[0]?.clusters },
  })
})

it('a code that is no rule has a description all the same', () => {
  const { tool } = print({ diagnostics: [{ code: 'unknown-field', severity: 'error', message: 'no field' }] })
  expect(tool.driver.rules).toMatchObject([{ id: 'unknown-field', shortDescription: { text: 'unknown field' } }, {}])
})

it('names of files are URIs from the root of the repository', () => {
  const source = { file: '/repo/a b/ü#%:1.yaml', line: 1, column: 1 }
  const [found] = print({ diagnostics: [{ code: 'a', severity: 'error', message: 'm', source }] }).results
  expect(found.locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/%C3%BC%23%25%3A1.yaml')
})

it('tells of what was skipped, and of what GitHub would not take; errors are not what is left out', () => {
  const { results, invocations } = print({
    diagnostics: [...repeat(3, 'warning'), ...repeat(24_999)],
    notes: ['a weaker check'],
  })
  expect(results).toHaveLength(25_000)
  expect(results.filter(({ level }: { level: string }) => level === 'error')).toHaveLength(24_999)
  const texts = invocations[0].toolExecutionNotifications.map((one: { message: { text: string } }) => one.message.text)
  expect(texts).toEqual([
    '2 warnings more than a run may have',
    ...judgement.skipped.map(({ what, reason }) => `skipped: ${what}: ${reason}`),
    'a weaker check',
  ])
})
