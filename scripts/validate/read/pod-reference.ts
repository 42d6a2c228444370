import { containersOf } from './container.ts'
import { at, type Field, isSet, items, text } from './field.ts'
import type { ObjectReference } from './object-reference.ts'
import type { Pod } from './pod.ts'

interface DataKind {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly keyRef: string
  readonly envFrom: string
  readonly volume: string
  readonly volumeName: string
}

const configMap: DataKind = {
  kind: 'ConfigMap',
  keyRef: 'configMapKeyRef',
  envFrom: 'configMapRef',
  volume: 'configMap',
  volumeName: 'name',
}

const secret: DataKind = {
  kind: 'Secret',
  keyRef: 'secretKeyRef',
  envFrom: 'secretRef',
  volume: 'secret',
  volumeName: 'secretName',
}

/** Every place where a pod template names a ConfigMap: env, envFrom, volumes and projected volumes. */
export function configMapReferences(pod: Pod): readonly ObjectReference[] {
  return dataReferences(pod, configMap)
}

/** Every place where a pod template names a Secret, image pull secrets included. */
export function secretReferences(pod: Pod): readonly ObjectReference[] {
  const pulls = items(pod.spec, 'imagePullSecrets').map(field => referenceTo(pod, secret, at(field, 'name'), field))
  return [...dataReferences(pod, secret), ...pulls]
}

function dataReferences(pod: Pod, data: DataKind): readonly ObjectReference[] {
  return [...containersOf(pod).flatMap(({ field }) => environmentReferences(pod, data, field)), ...inVolumes(pod, data)]
}

function environmentReferences(pod: Pod, data: DataKind, container: Field): readonly ObjectReference[] {
  const single = present(items(container, 'env').map(field => at(field, 'valueFrom', data.keyRef)))
  const whole = present(items(container, 'envFrom').map(field => at(field, data.envFrom)))
  return [
    ...single.map(field => referenceTo(pod, data, at(field, 'name'), field, [at(field, 'key')])),
    ...whole.map(field => referenceTo(pod, data, at(field, 'name'), field)),
  ]
}

function inVolumes(pod: Pod, data: DataKind): readonly ObjectReference[] {
  const volumes = items(pod.spec, 'volumes')
  const plain = present(volumes.map(field => at(field, data.volume)))
  const projected = present(
    volumes.flatMap(field => items(field, 'projected', 'sources').map(source => at(source, data.volume))),
  )
  return [
    ...plain.map(field => referenceTo(pod, data, at(field, data.volumeName), field, itemKeys(field))),
    ...projected.map(field => referenceTo(pod, data, at(field, 'name'), field, itemKeys(field))),
  ]
}

function present(fields: readonly Field[]): readonly Field[] {
  return fields.filter(isSet)
}

function itemKeys(volume: Field): readonly Field[] {
  return items(volume, 'items').map(item => at(item, 'key'))
}

function referenceTo(
  pod: Pod,
  { kind }: DataKind,
  name: Field,
  holder: Field,
  keys: readonly Field[] = [],
): ObjectReference {
  return { kind, namespace: pod.namespace, name, keys, isOptional: at(holder, 'optional').value === true }
}

/** Every place where a pod template names a PersistentVolumeClaim. */
export function claimReferences(pod: Pod): readonly ObjectReference[] {
  return items(pod.spec, 'volumes')
    .map(volume => at(volume, 'persistentVolumeClaim', 'claimName'))
    .filter(name => text(name) !== undefined)
    .map(name => ({ kind: 'PersistentVolumeClaim', namespace: pod.namespace, name }))
}
