import { asMap, assertion, type Check, type KeywordContext, pathOf, type Schema } from '../schema.ts'

function ofSize(holds: (size: number, limit: number) => boolean) {
  return (limit: number, context: KeywordContext): Check =>
    assertion(context, value => {
      const map = asMap(value)
      return !map || holds(Object.keys(map).length, limit)
    })
}

/** Keywords about maps; another value is none of their business. */
export const mapKeywords = {
  minProperties: ofSize((size, limit) => size >= limit),
  maxProperties: ofSize((size, limit) => size <= limit),
  required(keys: readonly string[], { schema, keyword }: KeywordContext): Check {
    return (value, trail, report) => {
      const map = asMap(value)
      if (!map) return
      for (const key of keys) if (!Object.hasOwn(map, key)) report({ path: pathOf(trail), value, keyword, schema, key })
    }
  },
  properties(schemas: Schema, { compile }: KeywordContext): Check {
    const checks = new Map<string, Check>()
    return (value, trail, report) => {
      const map = asMap(value)
      if (!map) return
      for (const key of Object.keys(map)) {
        if (!Object.hasOwn(schemas, key)) continue
        const check = checks.get(key) ?? compile(schemas[key])
        checks.set(key, check)
        check(map[key], { parent: trail, key }, report)
      }
    }
  },
  additionalProperties(allowed: unknown, { schema, keyword, compile }: KeywordContext): Check {
    const known: object = schema.properties ?? {}
    const check = compile(allowed)
    return (value, trail, report) => {
      const map = asMap(value)
      if (!map) return
      for (const key of Object.keys(map)) {
        if (Object.hasOwn(known, key)) continue
        if (allowed === false) report({ path: pathOf(trail), value, keyword, schema, key })
        else check(map[key], { parent: trail, key }, report)
      }
    }
  },
  propertyNames(names: unknown, { compile }: KeywordContext): Check {
    const check = compile(names)
    return (value, trail, report) => {
      for (const key of Object.keys(asMap(value) ?? {}))
        check(key, trail, error => report({ ...error, path: pathOf(trail), value: key, key }))
    }
  },
}
