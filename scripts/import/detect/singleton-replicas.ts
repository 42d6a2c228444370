import type { Detector } from '../defect.ts'
import { inKubernetes, singletons } from '../facts.ts'
import { numberAt, placeOf, textAt } from '../node.ts'

export const singletonReplicas = {
  code: 'singleton-replicas',
  outcome: 'corrected',
  why: 'All state is in memory or in one file: a second copy behind the same Service has half of it.',
  here: 'one replica; brokers and workers are multiplied as shards of their own identity (broker.replicas, worker.replicas)',
  *find(site) {
    for (const {
      component,
      kubernetes: { resource },
    } of inKubernetes(site)) {
      const replicas = numberAt(resource.root, 'spec', 'replicas') ?? 1
      if (singletons.includes(component) && replicas > 1)
        yield { at: placeOf(resource.root, 'spec', 'replicas'), message: `${component} has ${replicas} replicas` }
    }
    for (const values of site.values)
      if ((numberAt(values, 'replicaCount') ?? 1) > 1)
        yield {
          at: placeOf(values, 'replicaCount'),
          message: `replicaCount ${textAt(values, 'replicaCount')} holds for every component, those that may exist only once included`,
        }
  },
} satisfies Detector
