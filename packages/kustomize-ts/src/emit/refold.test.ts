import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refold } from './refold.ts'

describe('refold', () => {
  it.each([
    ['leaves lines that start with a letter', 'a\nb\n\nc\n', 'a\nb\n\nc\n'],
    ['puts a line before one that starts with a space', 'a\n b\n', 'a\n\n b\n'],
    ['leaves what double quotes would keep', 'a \nb\n', 'a \nb\n'],
    ['joins lines below a first one that starts with a space', ' a\nb\nc', ' a\nb c'],
  ])('%s', (_, text, expected) => {
    expect(refold(text)).toBe(expected)
  })

  it('keeps every word', () => {
    const line = fc.constantFrom('', 'a', 'b c', ' x', '  y')
    fc.assert(
      fc.property(fc.array(line), lines => {
        const text = lines.join('\n')
        expect(refold(text).split(/\s+/).join(' ').trim()).toBe(text.split(/\s+/).join(' ').trim())
      }),
    )
  })
})
