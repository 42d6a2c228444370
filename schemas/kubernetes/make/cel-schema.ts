import type { Schema } from './json-schema.ts'

/**
 * A rule of x-kubernetes-validations as JSON Schema: has(), comparison with a text, `!`, `&&`, `||`, `==` and `!=` of
 * conditions, over `self`. Whatever else CEL knows is an error, so that no rule is passed over unseen: then add it here.
 */
export function celSchema(rule: string): Schema {
  const tokens = [...rule.matchAll(/\s*(\|\||&&|==|!=|[!()]|'[^']*'|[A-Za-z_][\w.]*|\S)/g)].map(
    ([, token]) => token ?? '',
  )
  const reader = { tokens, next: 0, rule }
  const schema = readOr(reader)
  return reader.next === tokens.length ? schema : unknown(reader)
}

interface Reader {
  readonly rule: string
  readonly tokens: readonly string[]
  next: number
}

function readOr(reader: Reader): Schema {
  const first = readAnd(reader)
  return take(reader, '||') ? { anyOf: [first, readOr(reader)] } : first
}

function readAnd(reader: Reader): Schema {
  const first = readComparison(reader)
  return take(reader, '&&') ? { allOf: [first, readAnd(reader)] } : first
}

function readComparison(reader: Reader): Schema {
  const path = readPath(reader)
  if (path) return readText(reader, path)
  const first = readCondition(reader)
  if (take(reader, '!=')) return { oneOf: [first, readCondition(reader)] }
  return take(reader, '==') ? { not: { oneOf: [first, readCondition(reader)] } } : first
}

/** A field of `self` beside a text. A rule that asks for a field that is absent has failed, too. */
function readText(reader: Reader, path: readonly string[]): Schema {
  const isEqual = take(reader, '==')
  if (!isEqual && !take(reader, '!=')) return unknown(reader)
  const text = /^'([^']*)'$/.exec(reader.tokens[reader.next++] ?? '')
  return text ? under(path, isEqual ? { const: text[1] } : { not: { enum: [text[1], null] } }) : unknown(reader)
}

function readCondition(reader: Reader): Schema {
  if (take(reader, '!')) return { not: readCondition(reader) }
  if (take(reader, 'has')) {
    const isOpen = take(reader, '(')
    const path = readPath(reader)
    return isOpen && path && take(reader, ')') ? under(path, { not: { type: 'null' } }) : unknown(reader)
  }
  if (!take(reader, '(')) return unknown(reader)
  const inner = readOr(reader)
  return take(reader, ')') ? inner : unknown(reader)
}

function readPath(reader: Reader): readonly string[] | undefined {
  const [self, ...path] = (reader.tokens[reader.next] ?? '').split('.')
  if (self !== 'self' || path.length === 0) return undefined
  reader.next++
  return path
}

function under([key = '', ...rest]: readonly string[], schema: Schema): Schema {
  return { required: [key], properties: { [key]: rest.length > 0 ? under(rest, schema) : schema } }
}

function take(reader: Reader, token: string): boolean {
  const isNext = reader.tokens[reader.next] === token
  if (isNext) reader.next++
  return isNext
}

function unknown({ rule, tokens, next }: Reader): never {
  throw new Error(`cannot turn ${JSON.stringify(rule)} into JSON Schema, from "${tokens[next] ?? 'its end'}" on`)
}
