import type { Rule } from '../../model/rule.ts'
import { containersIn, describePorts, isPort, portsOfContainer } from '../read/container.ts'
import { at, type Field, isSet, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'

const callers = [
  ['startupProbe'],
  ['readinessProbe'],
  ['livenessProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
]

export const probePort = {
  id: 'probe-port',
  severity: 'error',
  scope: 'resource',
  summary: 'A probe asks a port that its container declares.',
  why: 'A probe on a port that nobody listens on fails for ever: the pod is never ready, and a liveness probe restarts it without end.',
  fix: 'probe a port that the container declares',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource)) {
      const declared = portsOfContainer(container)
      for (const port of callers.flatMap(path => probedPorts(at(container.field, ...path)))) {
        if (typeof port.value === 'number' && declared.length === 0) continue
        if (declared.some(one => isPort(one, port.value))) continue
        yield {
          path: pathOf(port),
          message: `container "${container.name}" does not declare the probed port ${JSON.stringify(port.value)}`,
          fix: `probe a port that it declares: ${describePorts(declared)}`,
        }
      }
    }
  },
} satisfies Rule

function probedPorts(probe: Field): readonly Field[] {
  return ['httpGet', 'tcpSocket', 'grpc'].map(kind => at(probe, kind, 'port')).filter(isSet)
}
