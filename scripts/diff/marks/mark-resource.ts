import type { Mark, ResourceChange } from '../../model/change.ts'
import type { Resource } from '../../model/resource.ts'
import { findDataLoss } from './data-loss.ts'
import { findImmutable } from './immutable.ts'
import { findIrreversible } from './irreversible.ts'
import { findLeftBehind } from './left-behind.ts'
import { findRestarts } from './restarts.ts'

/** A change of a resource before its marks, with the resource as it was and as it will be. */
export interface Marked {
  readonly change: Omit<ResourceChange, 'marks'>
  readonly before: Resource | undefined
  readonly after: Resource | undefined
}

const marks: readonly ((marked: Marked) => readonly Mark[])[] = [
  findImmutable,
  findDataLoss,
  findIrreversible,
  findLeftBehind,
  findRestarts,
]

/** What an operator must know of a change to a resource. */
export function markResource(
  change: Marked['change'],
  before: Resource | undefined,
  after: Resource | undefined,
): readonly Mark[] {
  return marks.flatMap(find => find({ change, before, after }))
}
