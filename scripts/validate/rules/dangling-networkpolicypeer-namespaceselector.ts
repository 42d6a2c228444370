import type { Rule } from '../../model/rule.ts'
import { checkNamespaces } from '../read/check-namespaces.ts'
import { policyRules } from '../read/network-policy.ts'

export const danglingNetworkpolicypeerNamespaceselector = {
  id: 'dangling-networkpolicypeer-namespaceselector',
  severity: 'error',
  scope: 'cluster',
  summary: 'The namespaceSelector of a NetworkPolicy peer selects a namespace.',
  why: 'A peer without namespaces permits nobody: under default deny the flow that it was written for is cut.',
  fix: 'select a namespace that exists, or list it in an annotation gitops.fogflow.io/expects',
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    for (const { peers } of policyRules(resource))
      for (const { namespaceSelector } of peers) yield* checkNamespaces(namespaceSelector ?? [], cluster)
  },
} satisfies Rule
