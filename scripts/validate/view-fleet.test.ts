import { describe, expect, it } from 'vitest'
import { readUnit } from './testing/read-unit.ts'
import { viewFleet } from './view-fleet.ts'

function site(name: string, ...addresses: readonly string[]) {
  const services = addresses.map(
    (address, index) => `apiVersion: v1
kind: Service
metadata: { name: s${index} }
spec: { type: LoadBalancer, loadBalancerIP: ${address} }
`,
  )
  return { ...readUnit(name, services.join('---\n')), name }
}

describe('a fleet', () => {
  const fleet = viewFleet([site('one', '192.0.2.1', '192.0.2.1', '192.0.2.3'), site('two', '192.0.2.2', '192.0.2.3')])

  it('knows who is reached at an address', () => {
    expect(['192.0.2.1', '192.0.2.2'].map(address => fleet.at(address)?.name)).toEqual(['one', 'two'])
    expect(fleet.at('192.0.2.4')).toBeUndefined()
  })

  it('takes no side where two are reached at one', () => {
    expect(fleet.at('192.0.2.3')).toBeUndefined()
  })

  it('makes a view once', () => {
    expect(fleet.at('192.0.2.1')).toBe(fleet.at('192.0.2.1'))
  })
})
