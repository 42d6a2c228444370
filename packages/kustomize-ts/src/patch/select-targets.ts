import type { BuildContext } from '../build/target.ts'
import { currentId, originalId, splitApiVersion } from '../item/identity.ts'
import type { Selector } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import { identify } from '../read/identify.ts'
import type { Candidate } from '../select/compile-selector.ts'
import { compileWrittenSelector } from './compile-written-selector.ts'
import { warnLostAlternatives } from './warn-lost-alternatives.ts'
import { warnUnmatched } from './warn-unmatched.ts'

/** The items that a selector chooses, by their current or their original name and namespace. */
export function selectTargets(items: readonly Item[], selector: Selector, build: BuildContext): ReadonlySet<Item> {
  const { selects, diagnostics } = compileWrittenSelector(selector)
  diagnostics.forEach(build.report)
  const candidates = items.map(item => ({ item, candidate: toCandidate(item, build) }))
  const selected = candidates.filter(({ candidate }) => selects(candidate)).map(({ item }) => item)
  const all = candidates.map(({ candidate }) => candidate)
  if (selected.length > 0) warnLostAlternatives(selector, all, build.report)
  else if (diagnostics.length === 0) warnUnmatched(selector, all, build.report)
  return new Set(selected)
}

/** Most are of another kind than the one that is sought: their names are worked out only when they matter. */
function toCandidate(item: Item, build: BuildContext): Candidate {
  const { root } = item
  const { apiVersion, kind } = identify(root)
  const ids = () => [originalId(item, build.isClusterScoped), currentId(item, build.isClusterScoped)]
  return {
    ...splitApiVersion(apiVersion),
    kind,
    get names() {
      return ids().map(({ name }) => name)
    },
    get namespaces() {
      return ids().map(({ scope }) => scope)
    },
    root,
  }
}
