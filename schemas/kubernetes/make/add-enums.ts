import type { Definitions, Schema } from './json-schema.ts'
import { mergeSchema } from './merge-schema.ts'

const functionStart = /^func schema_(\w+)\(/
/** Five tabs stand before a field's name in the generated code, whatever else is nested. */
const fieldStart = /^\t{5}"([^"]+)": \{$/
const itemsStart = /^\t+Items: &spec\.SchemaOrArray\{$/
const enumLine = /^\t+Enum:\s+\[\]interface\{\}\{(.*)\},$/

/**
 * The API server's own enums. The published OpenAPI documents leave them out; they stand in the Go code that those
 * documents are made from, pkg/generated/openapi/zz_generated.openapi.go.
 */
export function addEnums(definitions: Definitions, goCode: string): Definitions {
  const enums = readEnums(goCode)
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => {
      const found = enums.get(name.split('.').slice(-3).join('_'))
      return [name, found ? mergeSchema(definition, { properties: found }, name) : definition]
    }),
  )
}

/** Group, version and type (`core_v1_Container`) → the fields with an enum. */
function readEnums(goCode: string): Map<string, Record<string, Schema>> {
  const enums = new Map<string, Record<string, Schema>>()
  let type = ''
  let field = ''
  let isItem = false
  for (const line of goCode.split('\n')) {
    type = functionStart.exec(line)?.[1]?.split('_').slice(-3).join('_') ?? type
    const start = fieldStart.exec(line)?.[1]
    if (start) [field, isItem] = [start, false]
    if (itemsStart.test(line)) isItem = true
    const values = enumLine.exec(line)?.[1]
    if (values === undefined) continue
    const schema = { enum: JSON.parse(`[${values}]`) as unknown[] }
    enums.set(type, { ...enums.get(type), [field]: isItem ? { items: schema } : schema })
  }
  return enums
}
