import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from './suggest.ts'

const word = fc.stringMatching(/^[a-z]{4,12}$/)

describe('nearest', () => {
  it('finds a word of which one letter is wrong, missing, doubled or swapped', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('change', 'drop', 'double', 'swap'), (name, seed, how) => {
        const index = seed % (name.length - 1)
        const [left, one, other, right] = [name.slice(0, index), name[index], name[index + 1], name.slice(index + 2)]
        const wrong = {
          change: `${left}_${other}${right}`,
          drop: `${left}${other}${right}`,
          double: `${left}${one}${one}${other}${right}`,
          swap: `${left}${other}${one}${right}`,
        }[how]
        expect(nearest(wrong, [name])).toBe(wrong === name ? undefined : name)
      }),
    )
  })

  it('finds nothing near for another word', () => {
    expect(nearest('broker', ['designer', 'master', 'rabbitmq'])).toBeUndefined()
  })

  it('takes the nearer of two', () => {
    expect(nearest('brokr', ['brokers', 'broker'])).toBe('broker')
  })
})
