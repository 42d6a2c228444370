import { describe, expect, it } from 'vitest'
import { compileRegex } from '../select/regex/compile-regex.ts'
import { readUnits } from '../testing/read-units.ts'
import { imagePattern, splitImage } from './rename-image.ts'

interface Row {
  readonly name: string
  readonly value: string
  readonly isMatched?: boolean
  readonly tag?: string
  readonly digest?: string
}

/** Later releases than 5.8.1 take digests of any algorithm for a part of the image. */
const rows = readUnits<Row>('api/internal/image/image_test.go').filter(
  ({ fields }) => !/@(?!sha256:)/.test(fields.value),
)
describe.skipIf(rows.length === 0)('the rows of kustomize for images', () => {
  it.each(rows)('$test $fields.value', ({ fields: { name, value, isMatched, tag, digest } }) => {
    if (isMatched === undefined) {
      expect(splitImage(value)).toEqual({ name, tag, digest })
      return
    }
    const compiled = compileRegex(imagePattern(name))
    expect('matches' in compiled && compiled.matches(value)).toBe(isMatched)
  })
})
