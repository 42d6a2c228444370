import { expect, test } from 'vitest'
import { mergeSchema } from './merge-schema.ts'

const schema = {
  type: 'object',
  properties: { a: { type: 'integer', format: 'int32', 'x-kubernetes-list-type': 'set' }, b: { type: 'string' } },
}

test('a patch changes the fields that it names', () => {
  const { properties } = mergeSchema(schema, { properties: { a: { minimum: 1 } } }, 'T')
  expect(properties).toEqual({ a: { ...schema.properties.a, minimum: 1 }, b: { type: 'string' } })
})

test('a reference takes the place of the type and leaves the annotations', () => {
  const { properties } = mergeSchema(schema, { properties: { a: { $ref: '#/definitions/port' } } }, 'T')
  expect(properties?.a).toEqual({ $ref: '#/definitions/port', 'x-kubernetes-list-type': 'set' })
})

test('a constraint on a field that does not exist is an error that names the field', () => {
  expect(() => mergeSchema(schema, { properties: { c: {} } }, 'T')).toThrow('T.c')
  expect(() => mergeSchema(schema, { properties: { b: { items: {} } } }, 'T')).toThrow('T.b[]')
})
