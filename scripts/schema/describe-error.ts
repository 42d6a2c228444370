import type { Path } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { nearest } from '../text/nearest.ts'
import { describeRequirement } from './describe-requirement.ts'
import { describePath, quote } from './quote.ts'
import { asMap, type SchemaError } from './schema.ts'

/** What can be wrong with the shape of a value: the codes of these findings. */
export const schemaCodes = ['unknown-field', 'missing-field', 'wrong-type', 'invalid-value'] as const

export type SchemaCode = (typeof schemaCodes)[number]

/** What a schema error says to a person, and which end of which field it points at. */
export interface Described extends Pick<Diagnostic, 'message' | 'fix'> {
  readonly code: SchemaCode
  readonly path: Path
  readonly at: 'key' | 'value'
}

export function describeError(error: SchemaError): Described {
  if (error.keyword === 'additionalProperties') return describeUnknown(error)
  if (error.keyword === 'required') return describeMissing(error)
  return error.key === undefined ? describeValue(error) : describeKey(error, error.key)
}

function describeUnknown({ schema, path: parent, key = '' }: SchemaError): Described {
  const path = [...parent, key]
  const known = Object.keys(asMap(schema.properties) ?? {})
  const near = nearest(key, known)
  const others = known.length === 0 ? 'delete it: no field is allowed here' : `the fields here are ${known.join(', ')}`
  const fix = near === undefined ? others : `did you mean "${near}"?`
  return { code: 'unknown-field', message: `there is no field ${describePath(path)}`, fix, path, at: 'key' }
}

function describeMissing({ path, key = '' }: SchemaError): Described {
  const message = `${describePath([...path, key])} is missing`
  return { code: 'missing-field', message, fix: `add "${key}" here`, path, at: 'key' }
}

function describeKey(error: SchemaError, key: string): Described {
  const parent = error.path
  const message = `${quote(key)} in ${describePath(parent)} is ${describeRequirement(error)}`
  return { code: 'invalid-value', message, fix: 'rename the key', path: [...parent, key], at: 'key' }
}

function describeValue(error: SchemaError): Described {
  const { path, keyword, value } = error
  const code = keyword === 'type' || keyword === 'not' ? 'wrong-type' : 'invalid-value'
  const message = `${describePath(path)} is ${quote(value)}, ${describeRequirement(error)}`
  return { code, message, ...fixOf(error), path, at: 'value' }
}

function fixOf({ keyword, schema, value }: SchemaError): { fix?: string } {
  if (keyword === 'enum') {
    const allowed = [schema.enum].flat().filter(one => typeof one === 'string')
    return { fix: suggestOne(String(value), allowed) }
  }
  const isText = keyword === 'type' && [schema.type].flat().includes('string')
  const isPlain = typeof value === 'number' || typeof value === 'boolean'
  return isText && isPlain ? { fix: `put it in quotes: "${value}"` } : {}
}

function suggestOne(value: string, allowed: readonly string[]): string {
  const near = nearest(value, allowed)
  return near === undefined ? `write one of ${allowed.join(', ')}` : `did you mean "${near}"?`
}
