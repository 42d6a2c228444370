import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AddressBlock, contains, parseBlock, partition } from './address-block.ts'

const block = (text: string) => parseBlock(text) as AddressBlock

describe('a block of addresses', () => {
  it.each([
    ['10.0.0.0/8', '10.255.1.2', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['0.0.0.0/0', '::1', false],
    ['::/0', '2001:db8::1', true],
    ['2001:db8::/32', '2001:db8:ffff::', true],
    ['2001:db8::/32', '2001:db9::', false],
    ['::ffff:192.0.2.0/120', '::ffff:c000:2ff', true],
    ['10.1.2.3/8', '10.9.9.9', true],
  ])('%s holds %s: %s', (outer, inner, isIn) => {
    expect(contains(block(outer), block(inner))).toBe(isIn)
  })

  it.each(['', 'example.org', '10.0.0.0/33', '10.0.0.0/x', '10.0.0', 'fe80::1%eth0', '::/129'])('is not %j', text => {
    expect(parseBlock(text)).toBeUndefined()
  })
})

describe('the parts that blocks can tell apart', () => {
  it('are those with an address that no smaller one has', () => {
    const cidr = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 28, max: 32 }))
    fc.assert(
      fc.property(fc.array(cidr, { maxLength: 8 }), cidrs => {
        const blocks = cidrs.map(([last, length]) => block(`192.0.2.${last}/${length}`))
        const smallest = Array.from({ length: 16 }, (_, last) =>
          blocks
            .filter(one => contains(one, block(`192.0.2.${last}`)))
            .reduce<AddressBlock | undefined>((best, one) => (best && best.size <= one.size ? best : one), undefined),
        )
        const keysOf = (all: readonly (AddressBlock | undefined)[]) =>
          [...new Set(all.flatMap(one => (one ? `${one.start}/${one.size}` : [])))].sort()
        expect(keysOf(partition(blocks))).toEqual(keysOf(smallest))
      }),
    )
  })
})
