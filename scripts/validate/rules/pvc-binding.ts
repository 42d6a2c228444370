import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, text } from '../read/field.ts'

export const pvcBinding = {
  id: 'pvc-binding',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A claim beside a hand-made volume without class says that it wants no class.',
  why: 'Where a cluster has a default StorageClass, the API server gives it to a claim that names none: a new volume is made, and the one in Git stays unused (Kubernetes, "Persistent Volumes", Class).',
  fix: 'write storageClassName: "" into the claim, or name the claim in claimRef of the volume',
  kinds: ['PersistentVolumeClaim'],
  *check(resource, cluster) {
    const spec = fieldOf(resource, 'spec')
    if (at(spec, 'storageClassName').value !== undefined || cluster.ofKind('PersistentVolumeClaim').some(wantsNoClass))
      return
    const volumes = cluster.ofKind('PersistentVolume')
    if (volumes.some(volume => isReservedFor(volume, resource, cluster))) return
    const wanted = text(spec, 'volumeName')
    const meant = volumes.find(volume => isFree(volume) && [undefined, volume.id.name].includes(wanted))
    if (!meant) return
    const message = `storageClassName is absent: a default StorageClass takes the place of PersistentVolume "${meant.id.name}"`
    yield { path: ['spec'], at: 'key', message }
  },
} satisfies Rule

function wantsNoClass(claim: Resource): boolean {
  return text(fieldOf(claim, 'spec'), 'storageClassName') === ''
}

function isReservedFor(volume: Resource, { id }: Resource, cluster: ClusterView): boolean {
  const reference = fieldOf(volume, 'spec', 'claimRef')
  return text(reference, 'name') === id.name && cluster.mayBeOne(text(reference, 'namespace'), id.namespace)
}

function isFree(volume: Resource): boolean {
  const spec = fieldOf(volume, 'spec')
  return (text(spec, 'storageClassName') ?? '') === '' && !isSet(at(spec, 'claimRef'))
}
