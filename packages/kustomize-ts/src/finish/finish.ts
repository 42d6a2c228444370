import { type Accumulation, checkUnique } from '../accumulate/accumulation.ts'
import type { BuildContext } from '../build/target.ts'
import type { SortOptions } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { Position } from '../model/position.ts'
import { legacyOrder } from '../tables/tables.ts'
import { resolveVariables } from '../variables/resolve-variables.ts'
import { annotateOrigins, type OriginSettings } from './annotate-origins.ts'
import { checkNamed } from './check-named.ts'
import { cleanAnnotations } from './clean-annotations.ts'
import { dropLocal, isLocal } from './drop-local.ts'
import { fixReferences } from './fix-references.ts'
import { hashNames } from './hash-names.ts'
import { labelManaged } from './label-managed.ts'
import { type Order, orderOf, sortItems } from './sort-items.ts'

export interface FinishSettings extends OriginSettings {
  /** The root's `sortOptions`, or the order where it has none. */
  readonly sorting: SortOptions | 'legacy' | 'none'
  /** The place that asks for a label on every resource, if one does. */
  readonly managedBy: Position | undefined
}

/** What happens once, after the root has accumulated everything. */
export function finish(
  { items, config, variables }: Accumulation,
  settings: FinishSettings,
  build: BuildContext,
): readonly Item[] {
  if (build.hasFailed()) return []
  const hashed = hashNames(items, build)
  const referred = fixReferences(hashed, config, build)
  const resolved = build.hasFailed() ? referred : resolveVariables(referred, variables, config, build)
  const order = chooseOrder(settings.sorting, build)
  if (order === undefined || build.hasFailed()) return []
  checkNamed(resolved, build)
  const sorted = sortItems(dropLocal(resolved, build), order, build)
  // Only a sort meets what is for tools only and has the id of something else.
  checkUnique(order === 'fifo' ? sorted.filter(item => !isLocal(item)) : sorted, build)
  const labelled = settings.managedBy === undefined ? sorted : labelManaged(sorted, settings.managedBy, build)
  return annotateOrigins(labelled, settings).map(cleanAnnotations)
}

function chooseOrder(sorting: SortOptions | 'legacy' | 'none', build: BuildContext): Order | undefined {
  if (sorting === 'none') return 'fifo'
  return sorting === 'legacy' ? legacyOrder : orderOf(sorting, build)
}
