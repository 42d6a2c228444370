import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'

export const networkPolicyAnyPort = {
  id: 'network-policy-any-port',
  severity: 'warning',
  scope: 'resource',
  summary: 'Each entry under ports of a NetworkPolicy names a port.',
  why: 'An entry without one is for every port of its protocol (Kubernetes, "Network Policies"): the entries beside it permit nothing more, and what is not meant to be called may be.',
  fix: 'write the port, or leave ports out where every port is meant',
  kinds: ['NetworkPolicy'],
  *check(resource) {
    for (const direction of ['ingress', 'egress'])
      for (const rule of items(fieldOf(resource, 'spec', direction)))
        for (const entry of items(rule, 'ports')) {
          if (isSet(at(entry, 'port'))) continue
          yield { path: pathOf(entry), message: `this entry permits every ${text(entry, 'protocol') ?? 'TCP'} port` }
        }
  },
} satisfies Rule
