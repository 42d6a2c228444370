import type { ErrorObject } from 'ajv'

/** Keywords that only repeat what the errors of their parts say. */
const containers: ReadonlySet<string> = new Set(['if', 'propertyNames'])
const choices: ReadonlySet<string> = new Set(['anyOf', 'oneOf'])
/** A value of the wrong type or with a wrong fixed value has no other fault worth telling. */
const decisive: readonly string[] = ['type', 'const', 'enum']
/** Several of these at one object are several causes: each names another key. */
const perKey: ReadonlySet<string> = new Set(['required', 'additionalProperties'])

/**
 * One cause, one error. A validator tells all that does not hold: of several errors at a value one stays, and of a
 * choice between alternatives only what is wrong with the alternative that comes nearest.
 */
export function pickErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const open = dropOtherBranches(errors).filter(error => !containers.has(error.keyword))
  const byPlace = new Map<string, ErrorObject>()
  for (const error of open) {
    const key = keyOf(error)
    const known = byPlace.get(key)
    if (!known || rank(error) < rank(known)) byPlace.set(key, error)
  }
  return [...byPlace.values()]
}

function keyOf({ instancePath, keyword, params, propertyName }: ErrorObject): string {
  const name = params.missingProperty ?? params.additionalProperty ?? propertyName
  return perKey.has(keyword) || propertyName !== undefined ? `${instancePath}\n${name}` : instancePath
}

function rank({ keyword }: ErrorObject): number {
  const index = decisive.indexOf(keyword)
  return index < 0 ? decisive.length : index
}

/** The errors of alternatives come right before the error of the choice itself. */
function dropOtherBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = []
  for (const error of errors) {
    if (!choices.has(error.keyword)) kept.push(error)
    else kept.push(...nearestBranch(takeBranches(kept, error), error))
  }
  return kept
}

/** Removes the errors of the alternatives from the end of the list, and gives them back. */
function takeBranches(kept: ErrorObject[], choice: ErrorObject): readonly ErrorObject[] {
  let from = kept.length
  while (from > 0 && isBelow(kept[from - 1], choice)) from--
  return kept.splice(from)
}

function isBelow(error: ErrorObject | undefined, { instancePath, schemaPath }: ErrorObject): boolean {
  if (!error || !`${error.instancePath}/`.startsWith(`${instancePath}/`)) return false
  return error.schemaPath.startsWith(`${schemaPath}/`) || !error.schemaPath.startsWith('#')
}

/** The alternative whose error lies deepest was the one meant; without a deepest one, the choice itself is the error. */
function nearestBranch(branches: readonly ErrorObject[], choice: ErrorObject): readonly ErrorObject[] {
  const depth = (error: ErrorObject) => error.instancePath.split('/').length
  const deepest = Math.max(...branches.map(depth))
  const nearest = branches.filter(error => depth(error) === deepest)
  return nearest.length > 0 && deepest > depth(choice) ? nearest : [choice]
}
