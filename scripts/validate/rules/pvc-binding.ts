import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, text } from '../read/field.ts'

export const pvcBinding = {
  id: 'pvc-binding',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A claim beside a hand-made volume without class says that it wants no class.',
  why: 'Where a cluster has a default StorageClass, the API server gives it to a claim that names none: a new volume is made, and the one in Git stays unused (Kubernetes, "Persistent Volumes", Class).',
  fix: 'write storageClassName: "" into the claim, or name the claim in claimRef of the volume',
  kinds: ['PersistentVolumeClaim', 'PersistentVolume'],
  *check(resource, cluster) {
    if (resource.id.kind === 'PersistentVolume') yield* checkVolume(resource, cluster)
    const meant = volumeFor(resource, cluster)
    if (!meant) return
    const message = `storageClassName is absent: a default StorageClass takes the place of PersistentVolume "${meant.id.name}"`
    yield { path: ['spec'], at: 'key', message }
  },
} satisfies Rule

/** The other end, where neither names the other: nothing keeps the volume for the claim. */
function* checkVolume(volume: Resource, cluster: ClusterView): Iterable<Finding> {
  const claim = cluster.ofKind('PersistentVolumeClaim').find(one => volumeFor(one, cluster) === volume)
  if (!claim || text(fieldOf(claim, 'spec'), 'volumeName') !== undefined) return
  const message = `claimRef is absent: nothing keeps this volume for PersistentVolumeClaim "${claim.id.name}"`
  yield { path: ['spec'], at: 'key', message }
}

/** The volume made by hand that a claim is probably meant for, and may not get. */
function volumeFor(claim: Resource, cluster: ClusterView): Resource | undefined {
  const spec = fieldOf(claim, 'spec')
  if (claim.id.kind !== 'PersistentVolumeClaim' || at(spec, 'storageClassName').value !== undefined) return undefined
  const volumes = cluster.ofKind('PersistentVolume')
  const isSafe = volumes.some(volume => isReservedFor(volume, claim, cluster))
  if (isSafe || cluster.ofKind('PersistentVolumeClaim').some(wantsNoClass)) return undefined
  const wanted = text(spec, 'volumeName')
  return volumes.find(volume => isFree(volume) && [undefined, volume.id.name].includes(wanted))
}

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
