import type { ClusterView } from '../model/cluster-view.ts'
import type { Resource } from '../model/resource.ts'
import type { Unit } from '../model/unit.ts'
import { isClusterScoped } from './read/scope.ts'

/** Indexes the resources of a unit, so that every question of a rule is one look-up. */
export function viewCluster(unit: Pick<Unit, 'resources' | 'complete'>): ClusterView {
  const byKind = new Map<string, Resource[]>()
  const byName = new Map<string, Resource>()
  for (const resource of unit.resources) {
    const { kind, namespace, name } = resource.id
    const sameKind = byKind.get(kind)
    if (sameKind) sameKind.push(resource)
    else byKind.set(kind, [resource])
    byName.set(keyOf(kind, namespace, name), resource)
  }
  return {
    resources: unit.resources,
    complete: unit.complete,
    ofKind: kind => byKind.get(kind) ?? [],
    find: (kind, namespace, name) => byName.get(keyOf(kind, namespace, name)),
  }
}

/** A namespace written on a cluster-scoped object means nothing to the API server, nor here. */
function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}\n${isClusterScoped(kind) ? '' : (namespace ?? '')}\n${name}`
}
