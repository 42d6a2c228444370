import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { has } from '../node.ts'

export const probesRequired = {
  code: 'probes-required',
  outcome: 'corrected',
  why: 'A component that hangs is never restarted, and gets requests before it can answer them.',
  here: 'each component has the probes that its code can answer',
  *find(site) {
    for (const { component, container, containerAt } of inKubernetes(site))
      if (component !== undefined && !probes.some(probe => has(container, probe)))
        yield { at: containerAt, message: 'the container has no probe' }
  },
} satisfies Detector

const probes = ['readinessProbe', 'livenessProbe', 'startupProbe']
