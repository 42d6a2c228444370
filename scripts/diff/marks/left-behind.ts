import type { Mark } from '../../model/change.ts'
import type { Marked } from './mark-resource.ts'
import { read, readItems } from './read.ts'

/** What stays in the cluster though Git no longer has it: somebody must clean it up by hand. */
export function findLeftBehind({ change, before, after }: Marked): readonly Mark[] {
  const { kind, name } = change.resource
  if (kind !== 'StatefulSet' || before === undefined) return []
  const stores = readItems(before.value, 'spec', 'volumeClaimTemplates').length > 0
  const policy = after?.value ?? before.value
  const isDeleted = after === undefined
  const isKept =
    read(policy, 'spec', 'persistentVolumeClaimRetentionPolicy', isDeleted ? 'whenDeleted' : 'whenScaled') !== 'Delete'
  const isLess = isDeleted || replicasOf(after.value) < replicasOf(before.value)
  if (!stores || !isKept || !isLess) return []
  const first = isDeleted ? 0 : replicasOf(after.value)
  const claims = readItems(before.value, 'spec', 'volumeClaimTemplates').map(
    template => `${read(template, 'metadata', 'name')}-${name}-${first}`,
  )
  const count = replicasOf(before.value) - first
  const more = count > 1 ? ` and those of ${count - 1} more pods` : ''
  return [{ kind: 'leaves-behind', message: `the claims stay: ${claims.join(', ')}${more}` }]
}

const replicasOf = (value: unknown): number => Number(read(value, 'spec', 'replicas') ?? 1)
