import { currentId, type IsClusterScoped, identityOf, originalId } from '../item/identity.ts'
import { clusterScope, type Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { childAt } from '../node/node-at.ts'

/** The objects that a reference may mean, found by a name that they had before. */
export interface Candidates {
  /**
   * Those that had `name` and that the referrer can refer to; with `namespace`, only those that are in it, or were at
   * first. In the order of the build.
   */
  named(name: string, referrer: Item, namespace?: string): readonly Item[]
  scopeOf(item: Item): string
}

interface Scopes {
  readonly current: string
  readonly original: string
}

/** One pass over all items, so that fixing all references takes time linear in them. */
export function indexCandidates(items: readonly Item[], isClusterScoped: IsClusterScoped): Candidates {
  const scopes = new Map<Item, Scopes>()
  const byName = new Map<string, Item[]>()
  const originals = new Map<string, Set<string>>()
  for (const item of items) {
    const scope = { current: currentId(item, isClusterScoped).scope, original: originalId(item, isClusterScoped).scope }
    scopes.set(item, scope)
    originals.set(scope.current, (originals.get(scope.current) ?? new Set()).add(scope.original))
    for (const name of new Set(item.previous.map(previous => previous.name))) {
      const same = byName.get(name)
      if (same === undefined) byName.set(name, [item])
      else same.push(item)
    }
  }
  const scopeOf = (item: Item) => scopes.get(item)?.current ?? currentId(item, isClusterScoped).scope
  return {
    scopeOf,
    named(name, referrer, namespace) {
      const known = byName.get(name)
      if (known === undefined) return []
      const reach = reachOf(referrer, scopeOf(referrer))
      const reachable = known.filter(item => canReach(reach, item, scopeOf(item)))
      if (namespace === undefined) return reachable
      const wasThere = someOriginal(originals, reach, namespace)
      return reachable.filter(item => {
        const { current, original } = scopes.get(item) ?? { current: '', original: '' }
        return namespace !== clusterScope && (wasThere ? original : current) === namespace
      })
    },
  }
}

interface Reach {
  readonly scope: string
  readonly accounts: ReadonlySet<string>
}

/** A binding also reaches the namespaces of the service accounts among its subjects. */
function reachOf(referrer: Item, scope: string): Reach {
  return {
    scope,
    accounts: identityOf(referrer.root).kind === 'RoleBinding' ? accountNamespaces(referrer.root) : new Set(),
  }
}

function accountNamespaces(root: MapNode): ReadonlySet<string> {
  const subjects = childAt(root, 'subjects')
  const namespaces = new Set<string>()
  for (const subject of subjects?.kind === 'seq' ? subjects.items : []) {
    const kind = childAt(subject, 'kind')
    const namespace = childAt(subject, 'namespace')
    if (kind?.kind === 'scalar' && kind.text === 'ServiceAccount' && namespace?.kind === 'scalar') {
      namespaces.add(namespace.text)
    }
  }
  return namespaces
}

function canReach({ scope, accounts }: Reach, item: Item, other: string): boolean {
  if (scope === clusterScope || other === clusterScope || other === scope) return true
  return accounts.has(identityOf(item.root).namespace ?? '')
}

/** Whether anything within reach was in the namespace at first. */
function someOriginal(originals: ReadonlyMap<string, ReadonlySet<string>>, reach: Reach, namespace: string): boolean {
  if (reach.scope === clusterScope) return [...originals.values()].some(set => set.has(namespace))
  return [clusterScope, reach.scope, ...reach.accounts].some(scope => originals.get(scope)?.has(namespace) === true)
}
