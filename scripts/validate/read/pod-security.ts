import type { Path } from 'kustomize-ts'
import { type Container, containersOf } from './container.ts'
import { at, entries, type Field, isSet, items, pathOf, text } from './field.ts'
import type { Pod } from './pod.ts'

export interface Violation {
  readonly path: Path
  readonly message: string
}

/** The volumes that "restricted" lets pass (Kubernetes, "Pod Security Standards", Volume Types). */
const volumeTypes = [
  'name',
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]

/** The capabilities that "baseline" lets a container add. */
const capabilities = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]

/** What "baseline" refuses in a pod: ways to the node. Its checks of SELinux, AppArmor, /proc and sysctls are not made. */
export function* baselineViolations(pod: Pod): Iterable<Violation> {
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC'])
    if (at(pod.spec, key).value === true) yield { path: pathOf(pod.spec, key), message: `${key} is true` }
  for (const volume of items(pod.spec, 'volumes'))
    if (isSet(at(volume, 'hostPath')))
      yield { path: pathOf(volume, 'hostPath'), message: `volume "${text(volume, 'name')}" is a folder of the node` }
  for (const { field, name } of containersOf(pod)) {
    const privileged = at(field, 'securityContext', 'privileged')
    if (privileged.value === true) yield { path: pathOf(privileged), message: `container "${name}" is privileged` }
    for (const port of items(field, 'ports')) {
      const hostPort = at(port, 'hostPort')
      if (isSet(hostPort) && hostPort.value !== 0)
        yield { path: pathOf(hostPort), message: `container "${name}" takes port ${hostPort.value} of the node` }
    }
    yield* checkAdded(field, name, capabilities)
  }
  yield* checkUnconfined(pod)
}

/** What "restricted" refuses: all that "baseline" does, and each thing that is not said. */
export function* restrictedViolations(pod: Pod): Iterable<Violation> {
  for (const violation of baselineViolations(pod)) if (!isOfVolume(violation)) yield violation
  for (const volume of items(pod.spec, 'volumes'))
    for (const { key } of entries(volume))
      if (!volumeTypes.includes(String(key)))
        yield { path: pathOf(volume, key ?? ''), message: `volume "${text(volume, 'name')}" is of type ${key}` }
  for (const container of containersOf(pod)) yield* checkContainer(container, at(pod.spec, 'securityContext'))
}

const isOfVolume = ({ path }: Violation) => path.includes('hostPath')

function* checkContainer({ field, name }: Container, ofPod: Field): Iterable<Violation> {
  const own = at(field, 'securityContext')
  const escalation = at(own, 'allowPrivilegeEscalation')
  if (escalation.value !== false)
    yield { path: pathOf(escalation), message: `allowPrivilegeEscalation of container "${name}" is not false` }
  const drop = at(own, 'capabilities', 'drop')
  if (!items(drop).some(({ value }) => value === 'ALL'))
    yield { path: pathOf(drop), message: `container "${name}" does not drop ALL capabilities` }
  yield* checkAdded(field, name, ['NET_BIND_SERVICE'], capabilities)
  const nonRoot = nearest(own, ofPod, ['runAsNonRoot'])
  if (nonRoot.value !== true)
    yield { path: pathOf(nonRoot), message: `runAsNonRoot of container "${name}" is not true` }
  const user = nearest(own, ofPod, ['runAsUser'])
  if (user.value === 0) yield { path: pathOf(user), message: `runAsUser of container "${name}" is 0` }
  const profile = nearest(own, ofPod, ['seccompProfile', 'type'])
  if (!isSet(profile)) yield { path: pathOf(profile), message: `no seccompProfile is set for container "${name}"` }
}

/** The container's own setting, else that of its pod. */
function nearest(own: Field, ofPod: Field, path: Path): Field {
  const field = at(own, ...path)
  return isSet(field) ? field : at(ofPod, ...path)
}

function* checkAdded(container: Field, name: string, allowed: readonly string[], told: readonly string[] = []) {
  for (const added of items(container, 'securityContext', 'capabilities', 'add')) {
    const capability = String(added.value)
    const isTold = told.length > 0 && !told.includes(capability)
    if (allowed.includes(capability) || isTold) continue
    yield { path: pathOf(added), message: `container "${name}" adds the capability ${capability}` }
  }
}

function* checkUnconfined(pod: Pod): Iterable<Violation> {
  const contexts = [
    at(pod.spec, 'securityContext'),
    ...containersOf(pod).map(({ field }) => at(field, 'securityContext')),
  ]
  for (const context of contexts) {
    const profile = at(context, 'seccompProfile', 'type')
    if (profile.value === 'Unconfined') yield { path: pathOf(profile), message: 'the seccomp profile is Unconfined' }
  }
}
