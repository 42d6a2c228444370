import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allPorts,
  formatPorts,
  hasPort,
  intersectPorts,
  type PortSet,
  parsePorts,
  subtractPorts,
  unitePorts,
} from './port-set.ts'

const range = fc
  .tuple(fc.constantFrom('TCP', 'UDP', 'SCTP'), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 6 }))
  .map(([protocol, first, more]) => ({ protocol, first, last: first + more }))
const set = fc.oneof(
  fc.array(range, { maxLength: 5 }).map(ranges => unitePorts(ranges.map(one => [one]))),
  fc.constant(allPorts),
)

/** Every port of a small world that a set has. */
function spell(ports: PortSet): readonly string[] {
  const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
  return ['TCP', 'UDP', 'SCTP'].flatMap(protocol =>
    numbers.filter(one => hasPort(ports, one, protocol)).map(one => `${one}/${protocol}`),
  )
}

describe('sets of ports', () => {
  it('unite, intersect and subtract as sets of single ports do', () => {
    fc.assert(
      fc.property(set, set, (left, right) => {
        const [ofLeft, ofRight] = [spell(left), new Set(spell(right))]
        expect(spell(intersectPorts(left, right))).toEqual(ofLeft.filter(one => ofRight.has(one)))
        expect(spell(subtractPorts(left, right))).toEqual(ofLeft.filter(one => !ofRight.has(one)))
        expect(new Set(spell(unitePorts([left, right])))).toEqual(new Set([...ofLeft, ...ofRight]))
      }),
    )
  })

  it('are read back as they are written', () => {
    fc.assert(
      fc.property(set, ports => {
        expect(parsePorts(formatPorts(ports))).toEqual(ports)
      }),
    )
  })

  it.each([
    [[], '–'],
    [allPorts, 'all'],
    [[{ protocol: 'TCP', first: 80, last: 80 }], '80'],
    [[{ protocol: 'UDP', first: 53, last: 54 }], '53–54/UDP'],
    [[{ protocol: 'SCTP', first: 1, last: 65535 }], 'all SCTP'],
  ])('%j is written as %s', (ports, text) => {
    expect(formatPorts(ports)).toBe(text)
  })

  it.each(['', 'yes', '80,81', '80/ICMP', '80-81'])('%j is none', text => expect(parsePorts(text)).toBeUndefined())
})
