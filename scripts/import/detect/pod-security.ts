import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { has } from '../node.ts'

export const podSecurity = {
  code: 'pod-security',
  outcome: 'corrected',
  why: 'The pod runs as root with a writable root file system; a namespace that enforces "restricted" refuses it.',
  here: 'non-root, read-only, without capabilities; the namespace enforces "restricted"',
  *find(site) {
    for (const {
      component,
      container,
      kubernetes: { pod, podAt },
    } of inKubernetes(site))
      if (component !== undefined && !has(pod, 'securityContext') && !has(container, 'securityContext'))
        yield { at: podAt, message: 'neither pod nor container has a securityContext' }
  },
} satisfies Detector
