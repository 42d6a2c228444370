import { containersOf } from '../container.ts'
import { at, type Field, isSet, items, pathOf, text } from '../field.ts'
import type { Pod } from '../pod.ts'
import { contextsOf } from './context.ts'
import { baseline, type Violation } from './violation.ts'

const namespaces = { hostNetwork: 'host-network', hostPID: 'host-pid', hostIPC: 'host-ipc' }

/** Ways from a pod to its node, which "baseline" refuses (k8s.io/pod-security-admission v0.37.0, policy/check_host*.go). */
export function* hostViolations(pod: Pod, minor: number): Iterable<Violation> {
  for (const [key, rule] of Object.entries(namespaces)) {
    const field = at(pod.spec, key)
    if (field.value === true) yield baseline(rule, field, `${key} is true`)
  }
  yield* hostPaths(pod)
  for (const { field, name } of containersOf(pod)) {
    yield* hostPorts(field, name)
    if (minor >= 34) yield* probeHosts(field, name)
  }
  for (const { field, who } of contextsOf(pod)) {
    const isHostProcess = at(field, 'windowsOptions', 'hostProcess')
    if (isHostProcess.value === true) yield baseline('privileged-container', isHostProcess, `${who} is a host process`)
    const isPrivileged = at(field, 'privileged')
    if (isPrivileged.value === true) yield baseline('privileged-container', isPrivileged, `${who} is privileged`)
  }
}

const sockets = /(^|\/)(docker|containerd|crio)\.sock$/

/** Folders with which a pod has the node, as kube-linter lists them, and those of the kubelet and of the runtimes. */
const sensitive = /^\/?$|^\/(boot|dev|etc|lib|proc|root|run|sys|usr|var\/lib\/kubelet|var\/run)(\/|$)/

function* hostPaths(pod: Pod): Iterable<Violation> {
  for (const volume of items(pod.spec, 'volumes')) {
    const field = at(volume, 'hostPath')
    if (!isSet(field)) continue
    const path = text(field, 'path') ?? ''
    const what = sockets.test(path) ? 'the socket of its container runtime' : `"${path}"`
    yield {
      rule: ruleOf(path),
      level: 'baseline',
      path: pathOf(field, 'path'),
      message: `volume "${text(volume, 'name')}" is ${what} on the node`,
    }
  }
}

function ruleOf(path: string): string {
  if (sockets.test(path)) return 'docker-sock'
  return sensitive.test(path) ? 'sensitive-host-mounts' : ''
}

function* hostPorts(container: Field, name: string): Iterable<Violation> {
  for (const port of items(container, 'ports')) {
    const field = at(port, 'hostPort')
    if (isSet(field) && field.value !== 0)
      yield baseline('host-port', field, `container "${name}" takes port ${field.value} of the node`)
  }
}

const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
]

/** The kubelet would call somebody else from the node's network. */
function* probeHosts(container: Field, name: string): Iterable<Violation> {
  for (const handler of handlers.filter(path => isSet(at(container, ...path))))
    for (const action of ['httpGet', 'tcpSocket']) {
      const field = at(container, ...handler, action, 'host')
      if (isSet(field) && field.value !== '')
        yield baseline('', field, `the ${handler.at(-1)} of container "${name}" is for host "${field.value}"`)
    }
}
