import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRegex, compileSelectorRegex } from './compile-regex.ts'

function matches(source: string, text: string): boolean | string {
  const compiled = compileRegex(source)
  return 'fault' in compiled ? compiled.fault : compiled.matches(text)
}

describe('compileRegex', () => {
  it.each([
    ['a.c', 'xabcx', true],
    ['^a.c$', 'a\nc', false],
    ['(?s)^a.c$', 'a\nc', true],
    ['^(a|bc){2}$', 'abc', true],
    ['^a{2,3}$', 'aaaa', false],
    ['a{,2}', 'a{,2}', true],
    ['(?i)^AbC$', 'aBc', true],
    ['a(?i)b', 'AB', false],
    ['(?i:a)b', 'Ab', true],
    ['(?m)^b$', 'a\nb', true],
    ['\\s', '\u00a0', false],
    ['[[:upper:]\\d]', 'a', false],
    ['^[^\\W_]+$', 'a1', true],
    ['\\bweb\\b', 'my-web-1', true],
    ['^\\Qa.b\\E+$', 'a.bbb', true],
    ['^\\p{Greek}+$', 'αβγ', true],
    ['(?i)\\W', 'k', false],
    ['^\\x{1F600}$', '😀', true],
  ])('/%s/ on %j: %s', (source, text, expected) => {
    expect(matches(source, text)).toBe(expected)
  })

  it.each([
    ['(?=a)'],
    ['(?<!a)'],
    ['\\1'],
    ['a**'],
    ['*a'],
    ['(a'],
    ['a)'],
    ['[a'],
    ['[b-a]'],
    ['a{1001}'],
    ['\\pX'],
    ['\\'],
  ])('refuses /%s/, as Go does', source => {
    expect(compileRegex(source)).toHaveProperty('fault')
  })

  it('matches in linear time what other engines cannot', () => {
    expect(matches('^(a+)+$', `${'a'.repeat(2000)}b`)).toBe(false)
  })

  it('agrees with JavaScript where both languages mean the same', () => {
    const part = fc.constantFrom('a', 'b', '[ab]', '(?:a|b)', 'a?', 'b+', '(?:ab)*', 'a{1,2}', '.', '^', '$', '\\d')
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1') })
    fc.assert(
      fc.property(fc.array(part), text, (parts, value) => {
        const source = parts.join('')
        expect(matches(source, value)).toBe(new RegExp(source, 'u').test(value))
      }),
    )
  })

  it('ends with a test or a fault for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (source, text) => {
        expect(['boolean', 'string']).toContain(typeof matches(source, text))
      }),
    )
  })

  it('refuses brackets without end', () => {
    expect(matches('('.repeat(100_000), '')).toContain('nested')
  })
})

describe('compileSelectorRegex', () => {
  it.each([
    ['', 'any', true],
    ['web', 'web', true],
    ['web', 'webs', false],
    ['web|db', 'dbs', false],
    ['name.*', 'name1', true],
  ])('%j selects %s: %s', (source, text, expected) => {
    const compiled = compileSelectorRegex(source)
    expect('matches' in compiled && compiled.matches(text)).toBe(expected)
  })
})
