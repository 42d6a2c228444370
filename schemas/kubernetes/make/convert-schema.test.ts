import { expect, test } from 'vitest'
import { convertCustomSchema, convertSchema } from './convert-schema.ts'

const text = { type: 'string' }
const $ref = '#/definitions/a'

test('an object whose fields are known is closed, at every depth', () => {
  const source = {
    type: 'object',
    properties: { a: { type: 'object', properties: { b: text } }, c: { type: 'object' } },
  }
  expect(convertSchema(source, 'strict')).toEqual({
    type: 'object',
    properties: {
      a: { type: ['object', 'null'], properties: { b: { type: ['string', 'null'] } }, additionalProperties: false },
      c: { type: ['object', 'null'] },
    },
    additionalProperties: false,
  })
})

test('an object that keeps unknown fields stays open', () => {
  const source = { type: 'object', properties: { a: text }, 'x-kubernetes-preserve-unknown-fields': true }
  expect(convertSchema(source, 'strict').additionalProperties).toBeUndefined()
})

test('null is absent where a field may be absent, and nowhere else', () => {
  const source = { type: 'object', properties: { a: text, b: text }, required: ['a'] }
  expect(convertSchema(source, 'strict').properties).toEqual({ a: text, b: { type: ['string', 'null'] } })
  expect(convertSchema({ type: 'array', items: text }, 'strict').items).toEqual(text)
  expect(convertSchema({ type: 'string', enum: ['a'] }, 'optional')).toEqual({
    type: ['string', 'null'],
    enum: ['a', null],
  })
  expect(convertSchema({ type: 'string', nullable: true }, 'strict')).toEqual({ type: ['string', 'null'] })
})

test('null in a custom resource is absent where the field has a default', () => {
  const text = { type: 'string' }
  const properties = {
    a: text,
    b: { ...text, default: 'b' },
    c: { ...text, nullable: true },
    d: { type: 'object', properties: { e: text } },
  }
  const orNull = { type: ['string', 'null'] }
  expect(convertCustomSchema({ type: 'object', required: ['a'], properties }).properties).toEqual({
    a: text,
    b: orNull,
    c: orNull,
    d: { type: 'object', properties: { e: text }, additionalProperties: false },
  })
})

test('what constrains never stands beside a $ref, where draft-07 does not look', () => {
  expect(convertSchema({ $ref, 'x-kubernetes-patch-strategy': 'merge' }, 'optional')).toEqual({
    $ref,
    'x-kubernetes-patch-strategy': 'merge',
  })
  expect(convertSchema({ $ref, minProperties: 1 }, 'optional')).toEqual({ allOf: [{ $ref }], minProperties: 1 })
  expect(convertSchema({ $ref }, 'strict')).toEqual({ allOf: [{ $ref }], not: { type: 'null' } })
})

test('integer formats are ranges, and a constraint narrows them', () => {
  expect(convertSchema({ type: 'integer', format: 'int32' }, 'strict')).toEqual({
    type: 'integer',
    minimum: -2147483648,
    maximum: 2147483647,
  })
  expect(convertSchema({ type: 'integer', format: 'int32', minimum: 1 }, 'strict')).toMatchObject({ minimum: 1 })
})

test('what a CRD calls int-or-string is either', () => {
  const source = { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, text] }
  expect(convertSchema(source, 'strict')).toEqual({ type: ['integer', 'string'] })
})

test('merge keys stay; descriptions and defaults go', () => {
  const keys = { 'x-kubernetes-patch-merge-key': 'name', 'x-kubernetes-list-map-keys': ['name'] }
  expect(convertSchema({ type: 'array', items: text, description: 'a', default: [], ...keys }, 'strict')).toEqual({
    type: 'array',
    items: text,
    ...keys,
  })
})
