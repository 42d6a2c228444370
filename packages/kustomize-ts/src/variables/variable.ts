import type { Position } from '../model/position.ts'

/** A name that stands for the value of a field of one object. */
export interface Variable {
  readonly name: string
  readonly fieldPath: string
  readonly at: Position
}
