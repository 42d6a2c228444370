import type { Rule } from '../../model/rule.ts'
import { containersIn, portsOfContainer } from '../read/container.ts'
import { at, isSet } from '../read/field.ts'
import { reportLacking } from '../read/lacking.ts'

export const probesRequired = {
  id: 'probes-required',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A container that listens on a port has a readiness probe and a liveness probe.',
  why: 'Without the one a Service sends requests to a pod that cannot answer yet (a broker opens its port only once discovery is there, broker/main.go:36-50); without the other what hangs is never restarted.',
  fix: 'ask the endpoint that answers without doing anything: discovery /ngsi9/status (never /ngsi9/subscription/…), broker /version, master /status, designer /config.js; else the TCP port',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  check: (resource, cluster) =>
    reportLacking(cluster.complete ? containersIn(resource) : [], container =>
      container.role === 'init' || portsOfContainer(container).length === 0
        ? []
        : probes.filter(probe => !isSet(at(container.field, probe))),
    ),
} satisfies Rule

/** The worker listens nowhere and its image has no shell: nothing could ask it anything. */
const probes = ['readinessProbe', 'livenessProbe'] as const
