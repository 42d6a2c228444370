import type { ResourceId } from 'kustomize-ts'
import type { Resource } from '../model/resource.ts'
import { findStems } from './hashed-names.ts'

/** The resource that a change names: where its own name has a hash behind it, without that. */
export function findResource(
  resources: readonly Resource[],
  { kind, namespace, name }: ResourceId,
): Resource | undefined {
  const stems = findStems(resources)
  return resources.find(
    ({ id }) => id.kind === kind && id.namespace === namespace && (id.name === name || stems.get(id.name) === name),
  )
}
