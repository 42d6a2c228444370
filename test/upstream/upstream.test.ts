import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { validate } from '../../scripts/commands/validate.ts'
import { capture, repository } from '../../scripts/testing/capture.ts'

/**
 * FogFlow's own deployment files have known defects, written down beside a copy of them by hand. These are the ones that
 * the rules find so far, each at its file and line.
 */
const found: readonly string[] = ['U01', 'U05', 'U07', 'U18', 'U19', 'U20', 'U37', 'U38', 'U40', 'U41', 'U42']

const shared = join(repository, '../shared')
const list = join(shared, 'conformance/upstream-defects.jsonl')

interface Defect {
  readonly id: string
  readonly file: string
  readonly line: number
}

it("finds the defects of FogFlow's own manifests where they are", context => {
  if (!existsSync(list)) context.skip(`skipped ${found.length} defects: there is no ../shared`)
  const { environment, output } = capture(repository)
  expect(validate(['../shared/upstream'], { format: 'json', release: '3.2.8', all: false }, environment)).toBe(1)
  const places = JSON.parse(output()).diagnostics.map(({ file, line }: Defect) => `${file}:${line}`)
  const defects = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Defect)
  const expected = defects.filter(({ id }) => found.includes(id))
  expect(expected).toHaveLength(found.length)
  expect(places).toEqual(expect.arrayContaining(expected.map(({ file, line }) => `../shared/upstream/${file}:${line}`)))
})
