import type { Diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/resource.ts'
import { ignorable, noSchema, shapeCodes } from './ignorable.ts'
import { checkSuppression, type Suppression, suppressionsOf } from './suppressions.ts'

/** What a resource came to. The fifth outcome, `empty`, is that of a file without any document. */
export type Outcome = 'valid' | 'invalid' | 'skipped' | 'error'

export interface JudgedResource {
  readonly resource: Resource
  readonly outcome: Outcome
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressions: readonly JudgedSuppression[]
}

export interface JudgedSuppression {
  readonly suppression: Suppression
  readonly isUsed: boolean
}

/** Takes away what the resource's annotations ignore, and says what came of the resource. */
export function judgeResource(resource: Resource, found: readonly Diagnostic[]): JudgedResource {
  const suppressions = suppressionsOf(resource)
  const valid = suppressions.filter(one => checkSuppression(one, ignorable) === undefined)
  const ignored = new Set(valid.map(({ code }) => code))
  const foundCodes = new Set(found.map(({ code }) => code))
  const isUsed = ({ code }: Suppression) => foundCodes.has(code)
  const kept = found.filter(({ code }) => !ignored.has(code))
  const wrong = suppressions.flatMap(one => checkSuppression(one, ignorable) ?? [])
  return {
    resource,
    outcome: outcomeOf(kept, valid.filter(isUsed)),
    diagnostics: [...kept, ...wrong],
    suppressions: valid.map(suppression => ({ suppression, isUsed: isUsed(suppression) })),
  }
}

/** What a person vouches for, against the schema or for want of one, nobody has judged. */
function outcomeOf(diagnostics: readonly Diagnostic[], used: readonly Suppression[]): Outcome {
  if (diagnostics.some(({ code }) => code === noSchema)) return 'error'
  if (diagnostics.some(({ severity }) => severity === 'error')) return 'invalid'
  return used.some(({ code }) => shapeCodes.has(code)) ? 'skipped' : 'valid'
}
