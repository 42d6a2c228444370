import type { BuildContext } from '../build/target.ts'
import type { Item } from '../model/item.ts'
import { selectTargets } from '../patch/select-targets.ts'
import type { ReplacementTarget } from './replace-in.ts'

/** The items that one target of a replacement selects and does not reject. */
export function selectReplacementTargets(
  items: readonly Item[],
  target: ReplacementTarget,
  build: BuildContext,
): ReadonlySet<Item> {
  if (target.select === undefined) {
    const message = 'target must specify resources to select'
    build.report({ code: 'no-select', severity: 'error', message, fix: 'add `select`', source: target.at })
    return new Set()
  }
  const selected = selectTargets(items, target.select, build)
  const rejected = (target.reject ?? []).map(selector => selectTargets(items, selector, build))
  return new Set([...selected].filter(item => !rejected.some(set => set.has(item))))
}
