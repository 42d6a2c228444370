import type { BuildContext } from '../build/target.ts'
import { allIds, formatId, type Id, isKnownAs, makeId, splitApiVersion } from '../item/identity.ts'
import { nearestWord } from '../kustomization/nearest-word.ts'
import { clusterScope, type Item } from '../model/item.ts'
import type { Resource } from '../model/resource.ts'
import { positionOf } from '../node/position-of.ts'

/** The one item that has, or had, the id of a patch; undefined, after a report, where there is none or several. */
export function findTarget(patch: Resource, items: readonly Item[], build: BuildContext): Item | undefined {
  const id = patchId(patch, build)
  const matches = items.filter(item => isKnownAs(item, id, build.isClusterScoped))
  if (matches.length === 1) return matches[0]
  const several = matches.length > 1
  build.report({
    code: several ? 'patch-ambiguous' : 'patch-without-target',
    severity: 'error',
    message: several
      ? `multiple matches for Id ${formatId(id)}; failed to find unique target for patch`
      : `no resource matches strategic merge patch "${formatId(id)}": no matches for Id ${formatId(id)}; failed to find unique target for patch ${formatId(id)}`,
    fix: several ? 'add a target that selects one of them' : suggestTarget(id, items, build),
    source: positionOf(patch.root, ['metadata', 'name']),
  })
  return undefined
}

function patchId({ id }: Resource, build: BuildContext): Id {
  const { apiVersion, kind, name, namespace = '' } = id
  const scope = build.isClusterScoped(apiVersion, kind) ? clusterScope : namespace === '' ? 'default' : namespace
  return makeId(splitApiVersion(apiVersion), kind, name, namespace, scope)
}

/** Names what is nearest: the same kind and name under another apiVersion or namespace, or a like name. */
function suggestTarget(id: Id, items: readonly Item[], build: BuildContext): string {
  const ids = items.flatMap(item => allIds(item, build.isClusterScoped))
  const twin = ids.find(other => other.kind === id.kind && other.name === id.name)
  if (twin !== undefined)
    return `did you mean ${formatId(twin)}? apiVersion, kind, name and namespace must all be equal`
  const sameKind = ids.filter(other => other.kind === id.kind).map(other => other.name)
  const near = nearestWord(id.name, sameKind)
  if (near !== undefined) return `did you mean "${near}"?`
  return sameKind.length === 0
    ? `there is no ${id.kind} here`
    : `${id.kind}s here: ${[...new Set(sameKind)].join(', ')}`
}
