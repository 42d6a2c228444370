import type { Path } from 'kustomize-ts'
import { type Field, pathOf } from '../field.ts'

/** Something in a pod that a Pod Security level refuses; `rule` is the rule that tells of it where no level does. */
export interface Violation {
  readonly rule: string
  readonly level: 'baseline' | 'restricted'
  readonly path: Path
  readonly at?: 'key'
  readonly message: string
}

export function baseline(rule: string, field: Field, message: string): Violation {
  return { rule, level: 'baseline', path: pathOf(field), message }
}

export function restricted(rule: string, field: Field, message: string): Violation {
  return { rule, level: 'restricted', path: pathOf(field), message }
}
