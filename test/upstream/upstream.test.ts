import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { validate } from '../../scripts/commands/validate.ts'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import { capture, repository } from '../../scripts/testing/capture.ts'
import { causes } from './causes.ts'

/**
 * FogFlow's own deployment files have known defects, written down beside a copy of them by hand. Each is found at its
 * line, by a rule that names its cause.
 */
interface Defect {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly also: readonly string[]
}

type Found = Pick<Diagnostic, 'code' | 'message'> & { readonly file: string; readonly line: number }

const shared = join(repository, '../shared')
const list = join(shared, 'conformance/upstream-defects.jsonl')
const isThere = existsSync(list)
const defects: readonly Defect[] = isThere
  ? readFileSync(list, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Defect)
  : []

/** U03 shows in no file: the scripts that apply the folder leave one out, and they are not in the copy. */
const isFound = ({ id }: Defect) => id !== 'U03' && id in causes

function placesOf({ file, line, also }: Defect): readonly string[] {
  return [`${file}:${line}`, ...also.map(place => (/:\d+$/.test(place) ? place : `${place}:${line}`))]
}

describe.skipIf(!isThere)(`FogFlow's own deployment files${isThere ? '' : ' (skipped: there is no ../shared)'}`, () => {
  let found: readonly Found[] = []
  let skipped = -1

  beforeAll(() => {
    const { environment, output } = capture(repository)
    expect(validate(['../shared/upstream'], { format: 'json', release: '3.2.8', all: false }, environment)).toBe(1)
    const { diagnostics, summary } = JSON.parse(output())
    found = diagnostics.map(({ file, ...rest }: Found) => ({ ...rest, file: file.replace('../shared/upstream/', '') }))
    skipped = summary.skipped
  })

  const findAt = (defect: Defect) => {
    const codes = causes[defect.id] ?? []
    return found.filter(({ code, file, line }) => codes.includes(code) && placesOf(defect).includes(`${file}:${line}`))
  }

  it('are all checked', () => {
    expect(skipped).toBe(0)
  })

  it('have defects that are all found by a rule for the cause, at the line', () => {
    const table = defects
      .filter(isFound)
      .map(defect => ({ id: defect.id, rules: [...new Set(findAt(defect).map(({ code }) => code))] }))
    console.log(table.map(({ id, rules }) => `${id}  ${rules.join(', ') || 'not found'}`).join('\n'))
    expect(table.filter(({ rules }) => rules.length === 0).map(({ id }) => id)).toEqual([])
  })
})
