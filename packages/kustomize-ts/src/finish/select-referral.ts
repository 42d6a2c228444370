import type { BuildContext } from '../build/target.ts'
import { currentId, formatId, isSelected, previousIds } from '../item/identity.ts'
import type { GvkPattern } from '../model/field-spec.ts'
import { clusterScope, type Item } from '../model/item.ts'
import type { ScalarNode } from '../model/node.ts'
import { nodeAt } from '../node/node-at.ts'
import { identify } from '../read/identify.ts'
import type { Candidates } from './candidates.ts'

/** A field of `referrer` that holds the name of an object of the target's type. */
export interface Reference {
  readonly referrer: Item
  readonly target: GvkPattern
  readonly path: string
}

/**
 * The object that a name means, sieved as kustomize does: by type, role and namespace, then by the prefixes and suffixes
 * that object and referrer share. Undefined where there is none; several different ones are an error.
 */
export function selectReferral(
  name: ScalarNode,
  reference: Reference,
  named: readonly Item[],
  candidates: Candidates,
  build: BuildContext,
  compareNamespaces = false,
): Item | undefined {
  const fitting = named.filter(item => isOfType(item, reference) && isInReach(item, reference, candidates))
  if (fitting.length <= 1) return fitting[0]
  const related = fitting.filter(item => sharesAffixes(item, reference.referrer, true))
  const closest = related.length > 1 ? related.filter(item => sharesAffixes(item, reference.referrer, false)) : related
  const [first] = closest
  if (closest.length <= 1 || first === undefined) return first
  if (closest.every(item => isSame(item, first, compareNamespaces))) return first
  reportAmbiguous(name, reference, closest, build)
  return undefined
}

function isOfType(item: Item, reference: Reference): boolean {
  const ids = previousIds(item)
  if (!ids.some(id => isSelected(id, reference.target))) return false
  if (!reference.path.endsWith('roleRef/name')) return true
  const role = roleOf(reference.referrer)
  return role === undefined || ids.some(id => isSelected(id, role))
}

function roleOf({ root }: Item) {
  const group = nodeAt(root, ['roleRef', 'apiGroup'])
  const kind = nodeAt(root, ['roleRef', 'kind'])
  if (group === undefined || kind === undefined) return undefined
  return { group: group.kind === 'scalar' ? group.text : '', kind: kind.kind === 'scalar' ? kind.text : '' }
}

function isInReach(item: Item, { referrer }: Reference, { scopeOf }: Candidates): boolean {
  const scope = scopeOf(item)
  if (scope === clusterScope || identify(item.root).kind === 'ServiceAccount') return true
  const own = scopeOf(referrer)
  return own === clusterScope || own === scope
}

function sharesAffixes(item: Item, other: Item, allowEmpty: boolean): boolean {
  return endAlike(item.prefixes, other.prefixes, allowEmpty) && endAlike(item.suffixes, other.suffixes, allowEmpty)
}

function endAlike(one: readonly string[], other: readonly string[], allowEmpty: boolean): boolean {
  if (one.length === 0 || other.length === 0) return allowEmpty || one.length === other.length
  const length = Math.min(one.length, other.length)
  return one.slice(-length).join() === other.slice(-length).join()
}

function isSame(one: Item, other: Item, compareNamespaces: boolean): boolean {
  const [a, b] = [identify(one.root), identify(other.root)]
  return a.name === b.name && (!compareNamespaces || a.namespace === b.namespace)
}

function reportAmbiguous(name: ScalarNode, reference: Reference, items: readonly Item[], build: BuildContext): void {
  const ids = items.map(item => formatId(currentId(item, build.isClusterScoped))).join(', ')
  build.report({
    code: 'ambiguous-reference',
    severity: 'error',
    message: `"${name.text}" in ${reference.path}: found multiple possible referrals: ${ids}`,
    fix: 'rename all but one of them, or put the referrer into the same base as the one it means',
    source: name.at,
  })
}
