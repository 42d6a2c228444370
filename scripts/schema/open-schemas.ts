import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { compileSchema } from './compile.ts'
import type { Check, Schema } from './schema.ts'

/** A schema file, or the part of it behind a JSON pointer, as a function that tells what is wrong with a value. */
export interface Schemas {
  /** The file as parsed JSON. */
  read(file: string): Schema
  check(file: string, pointer?: string): Check
}

/** Schemas in files, each read once; `$ref`s lead from one file to another by relative paths. */
export function openSchemas(): Schemas {
  const files = new Map<string, Schema>()
  const checks = new Map<string, Check>()
  return { read, check }

  function read(file: string): Schema {
    const known = files.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Schema)
    files.set(file, known)
    return known
  }

  function check(file: string, pointer = ''): Check {
    const key = `${file}#${pointer}`
    const known =
      checks.get(key) ?? rememberValid(compileSchema(find(file, pointer), reference => follow(file, reference)))
    checks.set(key, known)
    return known
  }

  function follow(from: string, reference: string): Check {
    const [file = '', pointer = ''] = reference.split('#')
    return check(file === '' ? from : resolve(dirname(from), file), decodeURIComponent(pointer))
  }

  function find(file: string, pointer: string): unknown {
    return findPart(read(file), pointer)
  }
}

/** The check of a schema that refers to nothing but parts of itself. */
export function checkOf(schema: Schema): Check {
  const checks = new Map<string, Check>()
  const follow = (reference: string): Check => {
    const check =
      checks.get(reference) ?? compileSchema(findPart(schema, decodeURIComponent(reference.slice(1))), follow)
    checks.set(reference, check)
    return check
  }
  return follow('#')
}

function findPart(schema: Schema, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((part, token) => {
      const child = (part as Schema)[token]
      if (child === undefined) throw new Error(`a schema refers to ${pointer}, which it does not have`)
      return child
    }, schema)
}

/**
 * Values are never changed, and overlays share what they do not patch: a part that was found right once is right
 * wherever it shows again.
 */
function rememberValid(check: Check): Check {
  const valid = new WeakSet<object>()
  return (value, trail, report) => {
    if (typeof value !== 'object' || value === null) return check(value, trail, report)
    if (valid.has(value)) return
    let failed = false
    check(value, trail, error => {
      failed = true
      report(error)
    })
    if (!failed) valid.add(value)
  }
}
