import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { textAt } from '../node.ts'

export const tokenAutomount = {
  code: 'token-automount',
  outcome: 'corrected',
  why: 'Of all components only the worker calls the Kubernetes API; each other token is a way in for whoever takes the component over.',
  here: "no token is mounted but the worker's",
  *find(site) {
    for (const {
      component,
      kubernetes: { pod, podAt },
    } of inKubernetes(site))
      if (component !== undefined && component !== 'worker' && textAt(pod, 'automountServiceAccountToken') !== 'false')
        yield { at: podAt, message: 'the pod gets a token of the Kubernetes API that it does not need' }
  },
} satisfies Detector
