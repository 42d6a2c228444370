import type { Node } from 'kustomize-ts'
import type { Detector } from '../defect.ts'
import { itemsAt, keyPlaceOf, textAt } from '../node.ts'

export const hardCodedAddress = {
  code: 'hard-coded-address',
  outcome: 'corrected',
  why: 'On any other cluster the Service takes traffic for a foreign address, or is not reachable; Kubernetes warns about externalIPs since 1.36.',
  here: 'address becomes a Service of type LoadBalancer (the feature external-ips keeps the old way, before 1.36)',
  *find(site) {
    for (const { id, root } of site.resources)
      if (id.kind === 'Service' && itemsAt(root, 'spec', 'externalIPs').length > 0)
        yield {
          at: keyPlaceOf(root, 'spec', 'externalIPs'),
          message: `Service "${id.name}" has the address ${listOf(itemsAt(root, 'spec', 'externalIPs'))} of one machine`,
        }
    for (const values of site.values)
      for (const path of [['externalIPs'], ['Service', 'spec', 'externalIPs']])
        if (itemsAt(values, ...path).length > 0)
          yield {
            at: keyPlaceOf(values, ...path),
            message: `every Service has the address ${listOf(itemsAt(values, ...path))} of one machine`,
          }
  },
} satisfies Detector

const listOf = (items: readonly Node[]) => items.map(item => textAt(item)).join(', ')
