import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { location } from 'kubernetes-json-schema'
import { expect, test } from 'vitest'
import { compileSchema } from './compile.ts'

const folders = readdirSync(location).filter(name => /^v\d|^crds$/.test(name))
const files = [...folders.map(folder => join(location, folder)), join(location, '../fogflow')].flatMap(folder =>
  readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => join(folder, file)),
)

/** Every schema in a schema, itself included. */
function* partsOf(schema: unknown): Generator<unknown> {
  yield schema
  if (typeof schema !== 'object' || schema === null) return
  for (const [keyword, argument] of Object.entries(schema)) {
    if (['properties', 'definitions', '$defs'].includes(keyword))
      for (const part of Object.values(argument as object)) yield* partsOf(part)
    else if (['allOf', 'anyOf', 'oneOf'].includes(keyword)) for (const part of argument) yield* partsOf(part)
    else if (/^(items|additionalProperties|propertyNames|not|if|then|else)$/.test(keyword)) yield* partsOf(argument)
  }
}

test('no shipped schema, however rare its field, asks something that is not known here', () => {
  let count = 0
  const refused: string[] = []
  for (const file of [
    ...files,
    join(location, '../cluster.schema.json'),
    join(location, '../compose/compose.schema.json'),
  ])
    for (const part of partsOf(JSON.parse(readFileSync(file, 'utf8')))) {
      count++
      try {
        compileSchema(part, () => () => {})(null, undefined, () => {})
      } catch (error) {
        refused.push(`${file}: ${error}`)
      }
    }
  expect(refused).toEqual([])
  expect(count).toBeGreaterThan(10_000)
})
