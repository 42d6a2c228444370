import type { Path } from 'kustomize-ts'
import { assertion, type Check, isValid, type KeywordContext, pathOf, type SchemaError, type Trail } from '../schema.ts'

/** Keywords that put schemas together. */
export const logicKeywords = {
  $ref(reference: string, { resolve }: KeywordContext): Check {
    let check: Check | undefined
    return (value, trail, report) => {
      check ??= resolve(reference)
      check(value, trail, report)
    }
  },
  allOf(schemas: readonly unknown[], { compile }: KeywordContext): Check {
    const checks = schemas.map(compile)
    return (value, trail, report) => {
      for (const check of checks) check(value, trail, report)
    }
  },
  anyOf(schemas: readonly unknown[], context: KeywordContext): Check {
    return choice(schemas.map(context.compile), context, count => count > 0)
  },
  oneOf(schemas: readonly unknown[], context: KeywordContext): Check {
    return choice(schemas.map(context.compile), context, count => count === 1)
  },
  not(schema: unknown, context: KeywordContext): Check {
    const check = context.compile(schema)
    return assertion(context, value => !isValid(check, value))
  },
  if(schema: unknown, { compile, schema: { then: yes = true, else: no = true } }: KeywordContext): Check {
    const [condition, positive, negative] = [compile(schema), compile(yes), compile(no)]
    return (value, trail, report) => (isValid(condition, value) ? positive : negative)(value, trail, report)
  },
}

/** Where no alternative fits, the one that was probably meant tells what is wrong with the value. */
function choice(
  checks: readonly Check[],
  { keyword, schema }: KeywordContext,
  isRight: (fitting: number) => boolean,
): Check {
  return (value, trail, report) => {
    const errors = checks.map(check => collect(check, value, trail))
    if (isRight(errors.filter(found => found.length === 0).length)) return
    const path = pathOf(trail)
    const meant = nearest(errors, path)
    if (meant) for (const error of meant) report(error)
    else report({ path, value, keyword, schema })
  }
}

function collect(check: Check, value: unknown, trail: Trail): readonly SchemaError[] {
  const errors: SchemaError[] = []
  check(value, trail, error => errors.push(error))
  return errors
}

/** The only alternative whose errors all lie inside of the value: it fits the value itself. */
function nearest(
  alternatives: readonly (readonly SchemaError[])[],
  { length }: Path,
): readonly SchemaError[] | undefined {
  const inside = alternatives.filter(errors => errors.length > 0 && errors.every(({ path }) => path.length > length))
  return inside.length === 1 ? inside[0] : undefined
}
