import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesLabels, parseLabelSelector } from './label-selector.ts'

function selects(selector: string, labels: Record<string, string>): boolean | string {
  const parsed = parseLabelSelector(selector)
  return 'fault' in parsed ? parsed.fault : matchesLabels(parsed.requirements, new Map(Object.entries(labels)))
}

describe('a label selector', () => {
  it.each([
    ['', {}, true],
    ['a=b', { a: 'b' }, true],
    ['a==b, c!=d', { a: 'b' }, true],
    ['a!=b', { a: 'b' }, false],
    ['a=', { a: '' }, true],
    ['a', { a: 'x' }, true],
    ['!a', { a: 'x' }, false],
    ['!a,b', { b: '' }, true],
    ['a in (x, y)', { a: 'y' }, true],
    ['a in ()', { a: '' }, true],
    ['a notin (x,)', { a: '' }, false],
    ['in in (in)', { in: 'in' }, true],
    ['a>1,a<10', { a: '9' }, true],
    ['app.kubernetes.io/name=web', { 'app.kubernetes.io/name': 'web' }, true],
  ])('%s on %j: %s', (selector, labels, expected) => {
    expect(selects(selector, labels)).toBe(expected)
  })

  it.each([
    ['a=b=c'],
    ['a b'],
    [','],
    ['a,'],
    ['a in x'],
    ['a in (x'],
    ['-a=b'],
    ['a=b c'],
    ['a>x'],
    ['=b'],
    ['a in (x y)'],
  ])('has a fault: %s', selector => {
    expect(parseLabelSelector(selector)).toHaveProperty('fault')
  })

  it('is read or has a fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '=', '!', '(', ')', ',', ' ', 'in', '<', '-') }), selector => {
        expect(['boolean', 'string']).toContain(typeof selects(selector, { a: 'a' }))
      }),
    )
  })
})
