import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cronProblem } from './cron.ts'

const bounds = [
  [0, 59],
  [0, 23],
  [1, 28],
  [1, 12],
  [0, 6],
] as const

const range = (least: number, most: number) =>
  fc
    .tuple(
      fc.integer({ min: least, max: most }),
      fc.integer({ min: least, max: most }),
      fc.integer({ min: 1, max: 99 }),
    )
    .chain(([one, other, step]) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      return fc.constantFrom('*', `${low}`, `${low}-${high}`, `*/${step}`, `${low}/${step}`, `${low}-${high}/${step}`)
    })

const field = ([least, most]: readonly [number, number]) =>
  fc.array(range(least, most), { minLength: 1, maxLength: 3 }).map(parts => parts.join(','))

describe('a schedule', () => {
  it('of five fields, each within its bounds, is taken', () => {
    fc.assert(fc.property(fc.tuple(...bounds.map(field)), parts => cronProblem(parts.join(' ')) === undefined))
  })

  it('with one number beyond its bounds is not', () => {
    const wrong = fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 60, max: 10_000 }))
    fc.assert(
      fc.property(wrong, ([index, number]) => {
        const parts = [0, 1, 2, 3, 4].map(place => (place === index ? `${number}` : '*'))
        return cronProblem(parts.join(' ')) !== undefined
      }),
    )
  })

  it.each(['@hourly', '@every 1h30m', '0 0 29 2 *', '0 0 31 2 1', '5 4 * JAN-mar mon,FRI', '0,,30 * ? * 0'])(
    'may be %s',
    schedule => {
      expect(cronProblem(schedule)).toBeUndefined()
    },
  )

  it.each([
    '',
    '@reboot',
    '@every day',
    '* * * *',
    '* * * * * *',
    '* * * * 7',
    '*/0 * * * *',
    '9-3 * * * *',
    '1-2-3 * * * *',
  ])('may not be "%s"', schedule => {
    expect(cronProblem(schedule)).toBeDefined()
  })

  it('never answers anything but words or nothing, whatever the text', () => {
    fc.assert(fc.property(fc.string(), text => ['string', 'undefined'].includes(typeof cronProblem(text))))
  })
})
