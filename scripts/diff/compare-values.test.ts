import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSchemas } from '../schema/open-schemas.ts'
import { compareValues } from './compare-values.ts'
import { createShapes, unknownShape } from './shape.ts'

const deployment = createShapes(openSchemas())({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' })

const pod = (spec: object) => ({ spec: { template: { spec } } })
const paths = (before: unknown, after: unknown, shape = deployment) =>
  compareValues(before, after, shape).map(({ path }) => path.join('.'))

describe('a field is named', () => {
  it('by the keys of maps, and in lists by the key that Kubernetes merges by', () => {
    const [before, after] = ['a', 'b'].map(image => pod({ containers: [{ name: 'x' }, { name: 'y', image }] }))
    expect(paths(before, after)).toEqual(['spec.template.spec.containers.[name=y].image'])
  })

  it('by all keys of a list with several', () => {
    const [before, after] = [80, 81].map(hostPort => {
      const ports = [
        { containerPort: 53, protocol: 'TCP' },
        { containerPort: 53, protocol: 'UDP', hostPort },
      ]
      return pod({ containers: [{ name: 'x', ports }] })
    })
    expect(paths(before, after)).toEqual([
      'spec.template.spec.containers.[name=x].ports.[containerPort=53,protocol=UDP].hostPort',
    ])
  })

  it('by its index in a list without keys, leaving out what both sides have', () => {
    expect(paths({ rules: ['a', 'b', 'c'] }, { rules: ['b', 'c', 'd'] }, unknownShape)).toEqual(['rules.2'])
    expect(paths({ rules: [{ a: 1 }, { b: 1 }] }, { rules: [{ b: 1 }, { a: 2 }] }, unknownShape)).toEqual(['rules.1.a'])
  })

  it('inside a text that is a JSON object', () => {
    const [before, after] = [4, 6].map(capacity => ({ data: { config: JSON.stringify({ worker: { capacity } }) } }))
    expect(paths(before, after, unknownShape)).toEqual(['data.config.worker.capacity'])
  })
})

describe('nothing differs', () => {
  it('where elements with keys only stand elsewhere', () => {
    const [x, y] = [{ name: 'x' }, { name: 'y' }]
    expect(paths(pod({ containers: [x, y] }), pod({ containers: [y, x] }))).toEqual([])
  })

  it('between a value and its copy', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(compareValues(value, structuredClone(value), unknownShape)).toEqual([])
      }),
    )
  })
})

it('an order that means something is a change of the list', () => {
  expect(paths({ args: ['a', 'b'] }, { args: ['b', 'a'] }, unknownShape)).toEqual(['args'])
})

it('two values that differ never count as the same', () => {
  const keyless = fc.jsonValue()
  fc.assert(
    fc.property(keyless, keyless, (before, after) => {
      const isSame = JSON.stringify(sortKeys(before)) === JSON.stringify(sortKeys(after))
      expect(compareValues(before, after, unknownShape).length === 0).toBe(isSame)
    }),
  )
})

it('both ways round the same fields differ', () => {
  const text = fc.record({ a: fc.jsonValue(), b: fc.array(fc.integer({ max: 3, min: 0 })) })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [there, back] = [compareValues(before, after, unknownShape), compareValues(after, before, unknownShape)]
      expect(there.length).toBe(back.length)
    }),
  )
})

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  )
}
