import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSchema } from './compile.ts'
import { isValid, type SchemaError } from './schema.ts'

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
  fc.constantFrom(0, 1, 2, 2.5, -1, 'a', 'ab', 'abc', '', null, '2026-01-02T03:04:05Z', '2026-13-02T03:04:05Z'),
)

/** Schemas with up to four keywords each, nested into each other. */
const schemas = fc.letrec(tie => ({
  schema: fc.oneof({ maxDepth: 2 }, fc.boolean(), tie('object')),
  object: someOf({
    type: fc.oneof(type(), fc.uniqueArray(type(), { minLength: 1, maxLength: 3 })),
    enum: fc.uniqueArray(fc.constantFrom('a', 'b', 1, null), { minLength: 1 }),
    const: fc.constantFrom('a', 1, null),
    minimum: fc.integer({ min: -1, max: 2 }),
    maximum: fc.integer({ min: -1, max: 2 }),
    exclusiveMinimum: fc.integer({ min: -1, max: 2 }),
    exclusiveMaximum: fc.integer({ min: -1, max: 2 }),
    minLength: fc.nat(2),
    maxLength: fc.nat(2),
    pattern: fc.constantFrom('^a', 'b$', '^$'),
    format: fc.constant('date-time'),
    minItems: fc.nat(2),
    maxItems: fc.nat(2),
    uniqueItems: fc.boolean(),
    items: tie('schema'),
    minProperties: fc.nat(2),
    maxProperties: fc.nat(2),
    required: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
    properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema'), { maxKeys: 2 }),
    additionalProperties: tie('schema'),
    propertyNames: tie('schema'),
    allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
    anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
    oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
    not: tie('schema'),
    if: tie('schema'),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, and no promise
    then: tie('schema'),
    else: tie('schema'),
    title: fc.constant('a thing'),
  }),
})).object

function someOf(keywords: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc
    .subarray(Object.keys(keywords), { minLength: 1, maxLength: 4 })
    .chain(names => fc.record(Object.fromEntries(names.map(name => [name, keywords[name] ?? fc.constant(true)]))))
}

function type() {
  return fc.constantFrom('null', 'boolean', 'string', 'number', 'integer', 'array', 'object')
}

describe('compileSchema', () => {
  it('calls valid exactly what ajv calls valid', () => {
    const ajv = addFormats.default(
      new Ajv.default({ strict: false, logger: false, meta: false, validateSchema: false }),
    )
    fc.assert(
      fc.property(schemas, fc.array(values, { minLength: 10, maxLength: 10 }), (schema, candidates) => {
        const expected = ajv.compile(schema as object)
        const check = compileSchema(schema, () => expect.unreachable())
        for (const value of candidates) expect(isValid(check, value)).toBe(expected(value))
      }),
      { numRuns: 300 },
    )
  })

  it('follows references', () => {
    const definitions = { port: { type: 'integer' } }
    const check = compileSchema({ items: { $ref: '#/definitions/port' }, definitions }, reference => {
      expect(reference).toBe('#/definitions/port')
      return compileSchema(definitions.port, () => expect.unreachable())
    })
    expect([isValid(check, [1]), isValid(check, ['a'])]).toEqual([true, false])
  })

  it.each([
    ['a wrong type is told once, whatever else does not hold', { type: 'string', enum: ['a'], not: {} }, 1, ['type']],
    [
      'of a choice, only the alternative that fits but for its parts is told',
      { anyOf: [{ type: 'string' }, { properties: { a: { type: 'string' } }, type: 'object' }] },
      { a: 1 },
      ['type'],
    ],
    [
      'a choice of which nothing fits is told as a whole',
      { anyOf: [{ type: 'string' }, { type: 'boolean' }] },
      1,
      ['anyOf'],
    ],
    ['each missing key is told', { required: ['a', 'b'] }, {}, ['required', 'required']],
  ])('%s', (_, schema, value, keywords) => {
    const errors: SchemaError[] = []
    compileSchema(schema, () => expect.unreachable())(value, undefined, error => errors.push(error))
    expect(errors.map(({ keyword }) => keyword)).toEqual(keywords)
  })

  it.each([[{ minimun: 1 }], [{ type: 'integr' }], [{ format: 'datetime' }]])(
    'refuses a schema that it does not understand: %j',
    schema => {
      expect(() =>
        isValid(
          compileSchema(schema, () => expect.unreachable()),
          1,
        ),
      ).toThrow()
    },
  )
})
