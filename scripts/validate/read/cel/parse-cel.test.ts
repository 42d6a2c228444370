import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCel } from './parse-cel.ts'

/** Expressions of every form that the language has, by its own grammar. */
const { expression } = fc.letrec<{ expression: string }>(tie => {
  const inner = tie('expression')
  const join = (left: string, right: string) =>
    fc.tuple(inner, inner).map(([one, other]) => `(${one}${left}${other}${right})`)
  return {
    expression: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        'object',
        '1',
        '-2.5e3',
        '0xFu',
        '"a"',
        "r'\\d'",
        "'''a\n'b'''",
        'b"\\x41"',
        'true',
        'null',
        '.5',
      ),
      fc.constantFrom('||', '&&', '==', '<=', ' in ', '+', ' - ', '*', '%').chain(sign => join(sign, '')),
      join(' ? 1 : ', ''),
      inner.map(one => `!(${one})`),
      inner.map(one => `object.field.?other[${one}][?0]`),
      fc.array(inner, { maxLength: 3 }).map(all => `size(${all.join(', ')})`),
      fc.array(inner, { maxLength: 3 }).map(all => `[${all.map(one => `${one},`).join('')}]`),
      fc.array(inner, { maxLength: 3 }).map(all => `{${all.map(one => `${one}: 1`).join(', ')}}`),
      inner.map(one => `Object.spec{replicas: ${one}}`),
      inner.map(one => `object.items.map(item, item.a == ${one})`),
    ),
  }
})

describe('an expression of CEL', () => {
  it('is read, whatever it is made of', () => {
    fc.assert(fc.property(expression, text => Array.isArray(parseCel(text))))
  })

  it('is none with a bracket more', () => {
    fc.assert(
      fc.property(expression, fc.constantFrom('(', ')', '[', '}'), (text, bracket) => {
        expect(() => parseCel(`${text} ${bracket}`)).toThrow()
      }),
    )
  })

  it('tells where it is none, for any text, by the offset of a place in it', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        try {
          parseCel(text)
        } catch (error) {
          expect(error).toMatchObject({ offset: expect.any(Number) })
          expect((error as { offset: number }).offset).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  it('takes names from outside, but for fields and those that a macro declares', () => {
    const names = (text: string) => parseCel(text).map(({ name }) => name)
    expect(names('object.spec.all(one, one.a > params.least) && size(x) == 1')).toEqual([
      'object',
      'params',
      'size',
      'x',
    ])
    expect(names('cel.bind(half, 1, half + 1)')).toEqual(['cel'])
    expect(names('object.a.map(k, k).exists(v, v == k)')).toEqual(['object', 'k'])
  })

  it.each(['', 'a b', 'a.', 'a ==', '(a', '[1, 2', '"a', "'\\q'", 'a ? b', 'f(a,)', 'if', 'a.in', '1a', '{a}', '&& a'])(
    'is not "%s"',
    text => {
      expect(() => parseCel(text)).toThrow()
    },
  )
})
