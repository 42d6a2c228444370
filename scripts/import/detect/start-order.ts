import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { has } from '../node.ts'

export const startOrder = {
  code: 'start-order',
  outcome: 'corrected',
  why: 'Master and worker try RabbitMQ for about 11 s and then stay alive without it for ever (master/master.go, worker/worker.go).',
  here: 'an init container waits for RabbitMQ',
  *find(site) {
    for (const {
      component,
      kubernetes: { pod, podAt },
    } of inKubernetes(site))
      if ((component === 'master' || component === 'worker') && !has(pod, 'initContainers'))
        yield { at: podAt, message: `${component} starts without waiting for RabbitMQ` }
  },
} satisfies Detector
