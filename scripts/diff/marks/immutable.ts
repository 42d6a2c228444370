import type { Path } from 'kustomize-ts'
import type { FieldChange, Mark } from '../../model/change.ts'
import type { Manifest } from '../../model/resource.ts'
import type { Marked } from './mark-resource.ts'
import { read, showPath, startsWith } from './read.ts'

/** Whether the API server refuses to change a field of an object that is there (pkg/apis/*\/validation of Kubernetes). */
type IsImmutable = (path: Path, before: Manifest) => boolean

const below = (...start: readonly string[]): IsImmutable => {
  return path => startsWith(path, start)
}
const specBut = (...mutable: readonly string[]): IsImmutable => {
  return path => path[0] === 'spec' && !mutable.includes(String(path[1]))
}
const any = (...tests: readonly IsImmutable[]): IsImmutable => {
  return (path, before) => tests.some(test => test(path, before))
}

/** Objects that say of themselves that they never change. */
const frozen: IsImmutable = ([field], before) =>
  before.immutable === true && ['data', 'binaryData', 'stringData', 'immutable'].includes(String(field))

const fields: Readonly<Record<string, IsImmutable>> = {
  ConfigMap: frozen,
  Secret: any(frozen, below('type')),
  Deployment: below('spec', 'selector'),
  DaemonSet: below('spec', 'selector'),
  ReplicaSet: below('spec', 'selector'),
  StatefulSet: specBut(
    ...['replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit'],
    ...['persistentVolumeClaimRetentionPolicy', 'minReadySeconds'],
  ),
  Job: specBut(
    'parallelism',
    'completions',
    'suspend',
    'activeDeadlineSeconds',
    'ttlSecondsAfterFinished',
    'backoffLimit',
  ),
  Service: any(below('spec', 'clusterIP'), below('spec', 'clusterIPs'), below('spec', 'healthCheckNodePort')),
  PersistentVolumeClaim: any(specBut('resources', 'volumeAttributesClassName')),
  PersistentVolume: specBut(
    ...['capacity', 'accessModes', 'persistentVolumeReclaimPolicy', 'mountOptions', 'claimRef', 'storageClassName'],
    'volumeAttributesClassName',
  ),
  RoleBinding: below('roleRef'),
  ClusterRoleBinding: below('roleRef'),
  StorageClass: any(below('provisioner'), below('parameters'), below('reclaimPolicy'), below('volumeBindingMode')),
  PriorityClass: any(below('value'), below('preemptionPolicy')),
  IngressClass: below('spec', 'controller'),
  RuntimeClass: below('handler'),
  CustomResourceDefinition: any(below('spec', 'group'), below('spec', 'scope'), below('spec', 'names')),
}

/** Which of the changed fields make the API server refuse the whole object. */
export function findImmutable({ change, before }: Marked): readonly Mark[] {
  const isImmutable = fields[change.resource.kind]
  if (change.kind !== 'changed' || before === undefined || isImmutable === undefined) return []
  return change.fields
    .filter(({ path, ...sides }) => isImmutable(path, before.value) && !isAssigned(change.resource.kind, path, sides))
    .map(({ path }) => ({
      kind: 'immutable',
      path,
      message: `${showPath(path)} cannot change: the API server refuses the ${change.resource.kind} until the old one is deleted`,
    }))
}

/** What the API server filled in stays as it is where a manifest stops to say it, or begins to. */
function isAssigned(kind: string, path: Path, { before, after }: Omit<FieldChange, 'path'>): boolean {
  return kind === 'Service' && read(path, '1') === 'clusterIP' && after === undefined && before !== 'None'
}
