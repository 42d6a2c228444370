import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsOf } from '../validate/read/selector.ts'
import { parseBlock } from './address-block.ts'
import type { Endpoint } from './endpoint.ts'
import { flow, permittedPorts } from './permit.ts'
import { readPolicy } from './policy.ts'
import { hasPort } from './port-set.ts'
import { type PlainEnd, type PlainPolicy, type PlainSelector, permitsNaively } from './testing/permits-naively.ts'
import { toResource } from './testing/to-resource.ts'

const values = ['a', 'b']
const keys = ['app', 'tier']
const namespaces = ['one', 'two']
const blocks = ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.2.3/32', '192.0.2.0/24']
const numbers = [80, 81, 443, 8080]

const labels = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...values), { maxKeys: 2 })
const selector: fc.Arbitrary<PlainSelector> = fc.record(
  {
    matchLabels: labels,
    matchExpressions: fc.array(
      fc.oneof(
        fc.record({
          key: fc.constantFrom(...keys),
          operator: fc.constantFrom('In', 'NotIn'),
          values: fc.subarray(values, { minLength: 1 }),
        }),
        fc.record({ key: fc.constantFrom(...keys), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)
const peer = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: selector }),
  fc.record({ podSelector: selector, namespaceSelector: selector }),
  fc.record({
    ipBlock: fc.record(
      { cidr: fc.constantFrom(...blocks), except: fc.subarray(blocks.slice(1), { maxLength: 2 }) },
      { requiredKeys: ['cidr'] },
    ),
  }),
)
const port = fc.oneof(
  fc.record({ protocol: fc.constantFrom('TCP', 'UDP') }),
  fc.record(
    {
      port: fc.oneof(fc.constantFrom(...numbers), fc.constantFrom('web', 'dns')),
      protocol: fc.constantFrom('TCP', 'UDP'),
    },
    { requiredKeys: ['port'] },
  ),
  fc.record({ port: fc.constantFrom(80, 81), endPort: fc.constantFrom(81, 443) }),
)
const rulesOf = (key: 'from' | 'to') =>
  fc.array(
    fc.record(
      { [key]: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  )
const policy: fc.Arbitrary<PlainPolicy> = fc.record({
  namespace: fc.constantFrom(...namespaces),
  spec: fc.record(
    {
      podSelector: selector,
      policyTypes: fc.subarray(['Ingress', 'Egress'], { minLength: 1 }),
      ingress: rulesOf('from'),
      egress: rulesOf('to'),
    },
    { requiredKeys: ['podSelector'] },
  ),
})
const pod = fc.record({
  namespace: fc.constantFrom(...namespaces),
  labels,
  ports: fc.array(
    fc.record({
      name: fc.constantFrom('web', 'dns'),
      number: fc.constantFrom(...numbers),
      protocol: fc.constantFrom('TCP', 'UDP'),
    }),
    { maxLength: 3 },
  ),
})
const address = fc.record({ address: fc.constantFrom('10.1.2.3', '10.1.9.9', '10.9.9.9', '192.0.2.7', '203.0.113.1') })

interface World {
  readonly ends: readonly PlainEnd[]
  readonly policies: readonly PlainPolicy[]
}

const world: fc.Arbitrary<World> = fc
  .record({
    ofNamespace: fc.record({ one: labels, two: labels }),
    pods: fc.array(pod, { minLength: 1, maxLength: 3 }),
    addresses: fc.array(address, { maxLength: 2 }),
    policies: fc.array(policy, { maxLength: 4 }),
  })
  .map(({ ofNamespace, pods, addresses, policies }) => ({
    policies,
    ends: [
      ...pods.map(one => ({ ...one, namespaceLabels: ofNamespace[one.namespace as 'one' | 'two'] })),
      ...addresses,
    ],
  }))

function toEndpoint(end: PlainEnd): Endpoint {
  if ('address' in end) return { kind: 'address', name: end.address, block: parseBlock(end.address) }
  const { namespace, namespaceLabels, labels: own, ports } = end
  return {
    ...{ kind: 'pod', name: 'pod', namespace, isOnHost: false, ports },
    ...{ labels: labelsOf(own), namespaceLabels: labelsOf(namespaceLabels) },
  }
}

function toPolicy({ namespace, spec }: PlainPolicy, index: number) {
  const metadata = { name: `policy-${index}`, namespace }
  return readPolicy(toResource({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec }))
}

describe('what policies permit', () => {
  it('is what a second, naive reading of Kubernetes says, port by port', () => {
    fc.assert(
      fc.property(world, ({ ends, policies }) => {
        const read = policies.map(toPolicy)
        const pairs = ends.flatMap(from => ends.map(to => [from, to] as const))
        for (const [from, to] of pairs) {
          const found = permittedPorts(toEndpoint(from), toEndpoint(to), read)
          for (const protocol of ['TCP', 'UDP', 'SCTP'])
            for (const number of [79, ...numbers, 82, 442, 444, 65535]) {
              const asked = { port: number, protocol }
              expect([from, to, asked, hasPort(found, number, protocol)]).toEqual([
                ...[from, to, asked],
                permitsNaively(from, to, asked, policies),
              ])
            }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the same with its reasons as without them', () => {
    fc.assert(
      fc.property(world, ({ ends, policies }) => {
        const read = policies.map(toPolicy)
        const [from, to] = [ends[0], ends.at(-1)].map(end => toEndpoint(end as PlainEnd)) as [Endpoint, Endpoint]
        expect(flow(from, to, read).ports).toEqual(permittedPorts(from, to, read))
      }),
    )
  })

  it('asks no policy about a pod on the network of its node', () => {
    const deny = toPolicy({ namespace: 'one', spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }, 0)
    const one = toEndpoint({ namespace: 'one', namespaceLabels: {}, labels: {}, ports: [] })
    expect(permittedPorts(one, one, [deny])).toEqual([])
    const onHost = { ...one, isOnHost: true } as Endpoint
    expect(hasPort(permittedPorts(onHost, onHost, [deny]), 80)).toBe(true)
  })
})
