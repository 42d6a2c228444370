import { beforeAll, describe, expect, it } from 'vitest'
import { validate } from '../../scripts/commands/validate.ts'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import { capture, repository } from '../../scripts/testing/capture.ts'
import { causes } from './causes.ts'
import { type Defect, placesOf, readDefects } from './defects.ts'
import { facts } from './facts.ts'

/**
 * Each of the known defects is found at its line, by a rule that names its cause. Whatever else is found is in
 * `facts.ts`, with the fact that makes it true.
 */
type Found = Pick<Diagnostic, 'code' | 'message'> & { readonly file: string; readonly line: number }

const defects = readDefects() ?? []
const isThere = defects.length > 0

/** U03 shows in no file: the scripts that apply the folder leave one out, and they are not in the copy. */
const isFound = ({ id }: Defect) => id !== 'U03'

const placeOf = ({ file, line }: Found) => `${file}:${line}`

/** `code file:line` of all that the table explains. */
function explained(): readonly string[] {
  return facts.flatMap(({ code, places }) =>
    places.flatMap(place => {
      const [file = '', lines = ''] = place.split(':')
      return lines.split(',').map(line => `${code} ${file}:${line}`)
    }),
  )
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
    return found.filter(one => codes.includes(one.code) && placesOf(defect).includes(placeOf(one)))
  }

  it('are all checked', () => {
    expect(skipped).toBe(0)
  })

  it('have defects that are all found by a rule for the cause, at the line', () => {
    const table = defects.filter(isFound).map(defect => {
      const here = findAt(defect)
      const isExact = here.some(one => placeOf(one) === placesOf(defect)[0])
      return { id: defect.id, isExact, rules: [...new Set(here.map(({ code }) => code))] }
    })
    console.log(table.map(({ id, rules }) => `${id}  ${rules.join(', ') || 'not found'}`).join('\n'))
    expect(table.filter(({ isExact }) => !isExact).map(({ id }) => id)).toEqual([])
  })

  it('draw nothing else that is not true', () => {
    const ofDefects = new Set(defects.flatMap(findAt))
    const rest = found.filter(one => !ofDefects.has(one)).map(one => ({ ...one, row: `${one.code} ${placeOf(one)}` }))
    const rows = new Set(explained())
    expect(
      rest.filter(({ row }) => !rows.has(row)).map(({ row, message }) => `${row} ${message}`),
      'without a fact',
    ).toEqual([])
    const drawn = new Set(rest.map(({ row }) => row))
    expect(
      [...rows].filter(row => !drawn.has(row)),
      'no longer drawn',
    ).toEqual([])
  })
})
