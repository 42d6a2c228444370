import { expect, test } from 'vitest'
import { compileSchema } from '../compile.ts'
import { isValid } from '../schema.ts'

const isTime = (text: string) =>
  isValid(
    compileSchema({ format: 'date-time' }, () => expect.unreachable()),
    text,
  )

test.each(['2024-02-29T23:59:59Z', '2024-01-01T00:00:00.123456Z', '2024-12-31T00:00:00+09:00', '0001-01-01T00:00:00Z'])(
  '%s is a time to the API server',
  text => {
    expect(isTime(text)).toBe(true)
  },
)

test.each([
  ['a day that the month does not have', '2023-02-29T00:00:00Z'],
  ['a month that the year does not have', '2024-13-01T00:00:00Z'],
  ['no month', '2024-00-01T00:00:00Z'],
  ['no day', '2024-01-00T00:00:00Z'],
  ['an hour that the day does not have', '2024-01-01T24:00:00Z'],
  ['a leap second', '2016-12-31T23:59:60Z'],
  ['small letters', '2024-01-01t00:00:00z'],
  ['no zone', '2024-01-01T00:00:00'],
  ['no time', '2024-01-01'],
  ['nothing', ''],
])('a text with %s is none', (_, text) => {
  expect(isTime(text)).toBe(false)
})
