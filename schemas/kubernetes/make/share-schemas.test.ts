import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Definitions, Schema } from './json-schema.ts'
import { shareSchemas } from './share-schemas.ts'

const scalar = fc.constantFrom<Schema>(
  { type: 'string' },
  { type: 'integer', minimum: 0 },
  { enum: ['x'.repeat(90), 'y'.repeat(90)] },
)
const { schema } = fc.letrec<{ schema: Schema }>(tie => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema')).map(properties => ({ type: 'object', properties })),
    tie('schema').map(items => ({ type: 'array', items })),
  ),
}))
const definitions = fc.dictionary(fc.constantFrom('one', 'two', 'three'), schema)

/** Puts every shared definition back where it is referred to. */
function expand(value: unknown, shared: Definitions): unknown {
  if (Array.isArray(value)) return value.map(item => expand(item, shared))
  if (typeof value !== 'object' || value === null) return value
  const { $ref } = value as Schema
  if (typeof $ref === 'string') return expand(shared[$ref.replace('#/definitions/', '')], shared)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner, shared)]))
}

test('shared schemas put back in their places give what was there', () => {
  fc.assert(
    fc.property(definitions, original => {
      const shared = shareSchemas(original)
      const restored = Object.keys(original).map(name => [name, expand(shared[name], shared)])
      expect(Object.fromEntries(restored)).toEqual(original)
    }),
  )
})

test('an object that occurs twice is written once', () => {
  const large: Schema = { type: 'object', properties: { a: { enum: ['x'.repeat(200)] } } }
  const shared = shareSchemas({ one: { type: 'array', items: large }, two: { properties: { b: large } } })
  expect(shared).toEqual({
    one: { type: 'array', items: { $ref: '#/definitions/shared.1' } },
    two: { properties: { b: { $ref: '#/definitions/shared.1' } } },
    'shared.1': large,
  })
})
