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
  const { selectsType, selects, diagnostics } = compileWrittenSelector(selector)
  diagnostics.forEach(build.report)
  const selected = items.filter(item => selectsType(typeOf(item)) && selects(toCandidate(item, build)))
  const listAll = () => items.map(item => toCandidate(item, build))
  if (selected.length > 0) warnLostAlternatives(selector, listAll, build.report)
  else if (diagnostics.length === 0) warnUnmatched(selector, listAll(), build.report)
  return new Set(selected)
}

function typeOf({ root }: Item) {
  const { apiVersion, kind } = identify(root)
  return { ...splitApiVersion(apiVersion), kind }
}

function toCandidate(item: Item, build: BuildContext): Candidate {
  const { group, version, kind, name, scope } = currentId(item, build.isClusterScoped)
  const original = originalId(item, build.isClusterScoped)
  const names = [original.name, name]
  return { group, version, kind, names, namespaces: [original.scope, scope], root: item.root }
}
