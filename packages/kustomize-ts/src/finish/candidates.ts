import { currentId, type IsClusterScoped, originalId } from '../item/identity.ts'
import { clusterScope, type Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { childAt } from '../node/node-at.ts'
import { identify } from '../read/identify.ts'

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
  const byName = new Map<string, Namesakes>()
  const originals = new Map<string, Set<string>>()
  for (const item of items) {
    const scope = { current: currentId(item, isClusterScoped).scope, original: originalId(item, isClusterScoped).scope }
    scopes.set(item, scope)
    originals.set(scope.current, (originals.get(scope.current) ?? new Set()).add(scope.original))
    for (const name of new Set(item.previous.map(previous => previous.name))) {
      const same = byName.get(name) ?? { all: [], byScope: new Map<string, Item[]>() }
      byName.set(name, same)
      same.all.push(item)
      const near = same.byScope.get(scope.current)
      if (near === undefined) same.byScope.set(scope.current, [item])
      else near.push(item)
    }
  }
  const scopeOf = (item: Item) => scopes.get(item)?.current ?? currentId(item, isClusterScoped).scope
  return {
    scopeOf,
    named(name, referrer, namespace) {
      const known = byName.get(name)
      if (known === undefined) return []
      const reach = reachOf(referrer, scopeOf(referrer))
      const reachable = selectReachable(known, reach, scopeOf)
      if (namespace === undefined) return reachable
      const wasThere = someOriginal(originals, reach, namespace)
      return reachable.filter(item => {
        const { current, original } = scopes.get(item) ?? { current: '', original: '' }
        return namespace !== clusterScope && (wasThere ? original : current) === namespace
      })
    },
  }
}

/** Items that had one name, in the order of the build. */
interface Namesakes {
  readonly all: Item[]
  readonly byScope: Map<string, Item[]>
}

/** Mostly the few of one namespace, however many there are in others. */
function selectReachable({ all, byScope }: Namesakes, reach: Reach, scopeOf: (item: Item) => string): readonly Item[] {
  const isWide = reach.scope === clusterScope || reach.accounts.size > 0 || byScope.has(clusterScope)
  return isWide ? all.filter(item => canReach(reach, item, scopeOf(item))) : (byScope.get(reach.scope) ?? [])
}

interface Reach {
  readonly scope: string
  readonly accounts: ReadonlySet<string>
}

/** A binding also reaches the namespaces of the service accounts among its subjects. */
function reachOf(referrer: Item, scope: string): Reach {
  return {
    scope,
    accounts: identify(referrer.root).kind === 'RoleBinding' ? accountNamespaces(referrer.root) : new Set(),
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
  return accounts.has(identify(item.root).namespace ?? '')
}

/** Whether anything within reach was in the namespace at first. */
function someOriginal(originals: ReadonlyMap<string, ReadonlySet<string>>, reach: Reach, namespace: string): boolean {
  if (reach.scope === clusterScope) return [...originals.values()].some(set => set.has(namespace))
  return [clusterScope, reach.scope, ...reach.accounts].some(scope => originals.get(scope)?.has(namespace) === true)
}
