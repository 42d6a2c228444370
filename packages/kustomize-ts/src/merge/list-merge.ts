import type { MergeSchema } from '../tables/merge-schema.ts'
import type { Elements } from './elements.ts'
import type { MergeContext } from './merge-context.ts'
import type { MergeNodes } from './merge-nodes.ts'

/** An associative list with its patch. Both are one object when a list is merged with itself. */
export interface ListMerge {
  readonly target: Elements
  readonly patch: Elements | undefined
  readonly keys: readonly string[]
  readonly itemSchema: MergeSchema | undefined
  readonly mergeNodes: MergeNodes
  readonly context: MergeContext
}
