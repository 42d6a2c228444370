import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { has } from '../node.ts'

export const resourcesRequired = {
  code: 'resources-required',
  outcome: 'corrected',
  why: 'Without requests and limits one container takes the memory of its neighbours: a broker that forwards to itself took 553 MB in 5 s.',
  here: 'requests and limits for every container',
  *find(site) {
    for (const { component, container, containerAt } of inKubernetes(site))
      if (component !== undefined && !has(container, 'resources'))
        yield { at: containerAt, message: 'the container has neither requests nor limits' }
  },
} satisfies Detector
