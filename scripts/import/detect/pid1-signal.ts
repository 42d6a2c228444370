import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { textAt } from '../node.ts'

export const pid1Signal = {
  code: 'pid1-signal',
  outcome: 'corrected',
  why: 'As process 1, node ignores SIGTERM: each stop takes the whole grace period and ends in SIGKILL.',
  here: 'the pod shares its process namespace',
  *find(site) {
    for (const {
      component,
      kubernetes: { pod, podAt },
    } of inKubernetes(site))
      if (component === 'designer' && textAt(pod, 'shareProcessNamespace') !== 'true')
        yield { at: podAt, message: 'the designer runs as process 1 of its container' }
  },
} satisfies Detector
