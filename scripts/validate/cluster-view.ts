import { type Version, versions } from 'kubernetes-json-schema'
import type { ClusterView } from '../model/cluster-view.ts'
import type { Resource } from '../model/resource.ts'
import type { Unit } from '../model/unit.ts'
import { isClusterScoped } from './read/scope.ts'

/** Indexes the resources of a unit, so that every question of a rule is one look-up. */
export function viewCluster(
  unit: Unit,
  kubernetes: Version = versions[0] ?? '1.34',
  listSiblings: () => readonly ClusterView[] = () => [],
): ClusterView {
  const { byKind, byName } = indexResources(unit.resources)
  const ofKind = (kind: string) => byKind.get(kind) ?? []
  const find = (kind: string, namespace: string | undefined, name: string) => byName.get(keyOf(kind, namespace, name))
  const isLoose = unit.kind === 'manifests'
  return {
    name: unit.name,
    kubernetes,
    resources: unit.resources,
    complete: unit.complete,
    isCompose: unit.kind === 'compose',
    get siblings() {
      return isLoose ? listSiblings() : []
    },
    ofKind,
    find: (kind, namespace, name) =>
      find(kind, namespace, name) ?? (isLoose ? findUnnamed(kind, namespace, name) : undefined),
    mayBeOne: (namespace, other) =>
      namespace === other || (isLoose && (namespace === undefined || other === undefined)),
  }

  /** One that may be in that namespace, because either leaves it out. */
  function findUnnamed(kind: string, namespace: string | undefined, name: string): Resource | undefined {
    if (namespace !== undefined) return find(kind, undefined, name)
    const named = ofKind(kind).filter(({ id }) => id.name === name)
    return named.length === 1 ? named[0] : undefined
  }
}

function indexResources(resources: readonly Resource[]) {
  const byKind = new Map<string, Resource[]>()
  const byName = new Map<string, Resource>()
  for (const resource of resources) {
    const { kind, namespace, name } = resource.id
    const sameKind = byKind.get(kind)
    if (sameKind) sameKind.push(resource)
    else byKind.set(kind, [resource])
    byName.set(keyOf(kind, namespace, name), resource)
  }
  return { byKind, byName }
}

/** A namespace written on a cluster-scoped object means nothing to the API server, nor here. */
function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}\n${isClusterScoped(kind) ? '' : (namespace ?? '')}\n${name}`
}
