import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { checkEndpoint } from '../read/endpoint.ts'
import { at, isSet, pathOf, text } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'

const probes = ['startupProbe', 'readinessProbe', 'livenessProbe']

export const probeEndpoint = {
  id: 'probe-endpoint',
  severity: 'error',
  scope: 'cluster',
  summary: 'An HTTP probe asks FogFlow for a path that it answers, and that does no harm.',
  why: 'A probe of another path fails for ever; GET /ngsi9/subscription/<anything> ends discovery, and all registrations with it (discovery/fastDiscovery.go:462-466).',
  fix: 'ask for the status of the component',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource))
      for (const probe of probes) {
        const get = at(container.field, probe, 'httpGet')
        const path = at(get, 'path')
        const problem = isSet(get) ? checkEndpoint(container, text(path) ?? '/', cluster) : undefined
        if (problem) yield { path: pathOf(path), ...problem }
      }
  },
} satisfies Rule
