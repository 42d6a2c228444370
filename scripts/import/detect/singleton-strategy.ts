import type { Detector } from '../defect.ts'
import { inKubernetes, singletons } from '../facts.ts'
import { placeOf, textAt } from '../node.ts'

export const singletonStrategy = {
  code: 'singleton-strategy',
  outcome: 'corrected',
  why: 'The default rolling update runs two copies for a while: registrations, intents and heartbeats split between them (4 intents split 2 and 2), and two pods write one volume.',
  here: 'one replica, and the old pod ends before the new one starts',
  *find(site) {
    for (const {
      component,
      kubernetes: { resource },
    } of inKubernetes(site)) {
      const isRolling =
        resource.id.kind === 'Deployment' && textAt(resource.root, 'spec', 'strategy', 'type') !== 'Recreate'
      if (isRolling && singletons.includes(component))
        yield {
          at: placeOf(resource.root, 'spec', 'strategy'),
          message: `${component} may exist only once, and is updated by starting a second one`,
        }
    }
  },
} satisfies Detector
