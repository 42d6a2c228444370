import type { Detector } from '../defect.ts'
import { inKubernetes, startOf } from '../facts.ts'

export const networkPolicyRequired = {
  code: 'network-policy-required',
  outcome: 'corrected',
  why: 'No API of FogFlow asks who calls: any pod can end discovery with one request, or give the worker orders.',
  here: 'default-deny policies that allow what the components need',
  *find(site) {
    if (site.resources.some(({ id }) => id.kind === 'NetworkPolicy')) return
    for (const { component, kubernetes } of inKubernetes(site))
      if (component !== undefined)
        yield { at: startOf(kubernetes.resource), message: 'no NetworkPolicy is for this pod' }
  },
} satisfies Detector
