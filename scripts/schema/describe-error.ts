import type { ErrorObject } from 'ajv'
import type { Path } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { nearest } from '../text/nearest.ts'
import { describePath, quote } from './quote.ts'

/** What a schema error says to a person, and which end of which field it points at. */
export interface Described extends Pick<Diagnostic, 'code' | 'message' | 'fix'> {
  readonly path: Path
  readonly at: 'key' | 'value'
}

/** `root` is the validated value: the way to a field is told by its keys, and numbers are indexes only in lists. */
export function describeError(error: ErrorObject, root: unknown): Described {
  const path = toPath(error.instancePath, root)
  if (error.propertyName !== undefined) return describeKey(error, path)
  if (error.keyword === 'additionalProperties') return describeUnknown(error, path)
  if (error.keyword === 'required') return describeMissing(error, path)
  const message = `${describePath(path)} is ${quote(error.data)}, ${requirementOf(error)}`
  return { code: codeOf(error), message, ...fixOf(error), path, at: 'value' }
}

function describeUnknown({ params, parentSchema }: ErrorObject, parent: Path): Described {
  const name = String(params.additionalProperty)
  const known = Object.keys(parentSchema?.properties ?? {})
  const near = nearest(name, known)
  const others = known.length === 0 ? 'delete it: no field is allowed here' : `the fields here are ${known.join(', ')}`
  const fix = near === undefined ? others : `did you mean "${near}"?`
  const path = [...parent, name]
  return { code: 'unknown-field', message: `there is no field ${describePath(path)}`, fix, path, at: 'key' }
}

function describeMissing({ params }: ErrorObject, parent: Path): Described {
  const name = String(params.missingProperty)
  const message = `${describePath([...parent, name])} is required and missing`
  return { code: 'missing-field', message, fix: `add "${name}"`, path: parent, at: 'key' }
}

function describeKey(error: ErrorObject, parent: Path): Described {
  const name = String(error.propertyName)
  const path = [...parent, name]
  const message = `the key ${quote(name)} of ${describePath(parent)} is not allowed: ${requirementOf(error)}`
  return { code: 'invalid-value', message, path, at: 'key' }
}

function codeOf({ keyword }: ErrorObject): string {
  return keyword === 'type' || keyword === 'not' ? 'wrong-type' : 'invalid-value'
}

/** "not …": what the value would have to be. */
function requirementOf(error: ErrorObject): string {
  const { keyword, params, parentSchema } = error
  const title: unknown = parentSchema?.title
  if (typeof title === 'string' && keyword !== 'not') return `not ${title}`
  switch (keyword) {
    case 'not':
      return 'which is not allowed here'
    case 'type':
      return `not ${describeTypes(params.type)}`
    case 'const':
      return `not ${quote(params.allowedValue)}`
    case 'enum':
      return `not one of ${allowed(error).map(quote).join(', ')}`
    case 'format':
      return `not of the form ${params.format}`
    case 'pattern':
      return `which does not match ${params.pattern}`
    default:
      return `which ${error.message}`
  }
}

function fixOf(error: ErrorObject): { fix?: string } {
  if (error.keyword === 'enum' && typeof error.data === 'string') {
    const near = nearest(
      error.data,
      allowed(error).filter(value => typeof value === 'string'),
    )
    return near === undefined ? {} : { fix: `did you mean "${near}"?` }
  }
  const isQuotable = error.keyword === 'type' && [error.params.type].flat().includes('string')
  return isQuotable && ['number', 'boolean'].includes(typeof error.data)
    ? { fix: `put it in quotes: "${error.data}"` }
    : {}
}

function allowed({ params }: ErrorObject): readonly unknown[] {
  return (params.allowedValues as readonly unknown[]).filter(value => value !== null)
}

function describeTypes(types: unknown): string {
  const names: Readonly<Record<string, string>> = {
    object: 'a map',
    array: 'a list',
    string: 'a string',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  }
  const known = [types].flat().flatMap(type => names[String(type)] ?? [])
  return known.join(' or ')
}

function toPath(pointer: string, root: unknown): Path {
  const path: (string | number)[] = []
  let value = root
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(value) ? Number(key) : key)
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[key]
  }
  return path
}
