import type { Position, TextPlace } from '../model/position.ts'

/** One entry of a generated ConfigMap or Secret. */
export interface Pair {
  readonly key: string
  readonly keyAt: Position
  /** The value's bytes; text wherever they are UTF-8. */
  readonly value: string | Uint8Array
  readonly valueAt: Position
  /** See {@link import('../model/node.ts').ScalarNode.content}. */
  readonly content?: TextPlace
}
