import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listEndpoints } from '../double/list-endpoints.ts'

// Makes testdata/github.json: what GitHub's own OpenAPI description says about the calls that the double answers, without
// its prose. `npm pack @octokit/openapi@<version>`, unpack it, and give the folder:
//   npx tsx test/forge/contract/make-contract.ts <folder>/package

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type JsonObject = { readonly [key: string]: Json }

const prose = ['description', 'summary', 'example', 'examples', 'externalDocs']
const [folder = '.'] = process.argv.slice(2)
const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'))
const description = read('generated/api.github.com.json')

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A schema of OpenAPI 3.0 as one of JSON Schema. Below `properties` the keys are names and stay. */
function toSchema(value: Json, isNames = false): Json {
  if (Array.isArray(value)) return value.map(entry => toSchema(entry))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => isNames || !(prose.includes(key) || key.startsWith('x-')))
  const { nullable, ...schema } = Object.fromEntries(
    kept.map(([key, entry]) => [key, toSchema(entry, key === 'properties')]),
  )
  const { $ref, title: _, ...rest } = schema
  if (isNames) return { ...schema, ...(nullable !== undefined && { nullable }) }
  const moved = typeof $ref === 'string' ? { ...rest, $ref: $ref.replace('#/components/schemas/', '#/$defs/') } : rest
  return nullable === true ? { anyOf: [moved, { type: 'null' }] } : moved
}

function resolve(value: Json | undefined): JsonObject {
  if (!isObject(value)) return {}
  if (typeof value.$ref !== 'string') return value
  const found = value.$ref
    .slice(2)
    .split('/')
    .reduce((at: Json | undefined, key) => (isObject(at) ? at[key] : undefined), description)
  return resolve(found)
}

function bodyOf(value: Json | undefined): Json {
  const content = resolve(value).content
  const json = isObject(content) ? content['application/json'] : undefined
  return isObject(json) && json.schema !== undefined ? toSchema(json.schema) : null
}

function toOperation(operation: JsonObject): JsonObject {
  const responses = isObject(operation.responses) ? Object.entries(operation.responses) : []
  return {
    request: bodyOf(operation.requestBody),
    responses: Object.fromEntries(responses.map(([status, response]) => [status, bodyOf(response)])),
  }
}

const namesIn = (value: Json): string[] => JSON.stringify(value).match(/#\/\$defs\/[^"]+/g) ?? []

/** The schemas that these refer to, and those that they refer to. */
function collect(from: Json, found: Record<string, Json> = {}): Record<string, Json> {
  for (const name of namesIn(from).map(reference => reference.slice('#/$defs/'.length))) {
    if (name in found) continue
    found[name] = toSchema(description.components.schemas[name])
    collect(found[name], found)
  }
  return found
}

const operations = Object.fromEntries(
  (await listEndpoints()).map(({ method, path }) => {
    const operation = description.paths[path]?.[method.toLowerCase()]
    if (operation === undefined) throw new Error(`GitHub has no ${method} ${path}`)
    return [`${method} ${path}`, toOperation(operation)]
  }),
)
const { name, version, license } = read('package.json')
const source = `${name} ${version} (${license}), generated/api.github.com.json: the OpenAPI description of GitHub's REST API`
const target = fileURLToPath(new URL('testdata/github.json', import.meta.url))
writeFileSync(target, `${JSON.stringify({ source, operations, $defs: collect(operations) })}\n`)
