import { merge } from '../../cluster/api/objects.ts'
import { readWorkload } from '../../cluster/story/workloads.ts'
import type { Fault } from '../fault.ts'

const reference = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'fogflow', name: 'discovery' }

export const fault: Fault = {
  title: 'an image that somebody changed, and that cannot be pulled',
  engine: 'flux',
  fails: ['pods-ready', 'workloads-present'],
  at: /^Pod\/discovery-/,
  quotes: /ImagePullBackOff/,
  make: async ({ api }) => {
    const { containers } = (await readWorkload(api, 'Deployment', 'discovery')).spec.template.spec
    const set = (images: readonly object[]) =>
      merge(api, reference, { spec: { template: { spec: { containers: images } } } })
    await set(containers.map(container => ({ ...container, image: 'fogflow/discovery:broken' })))
    return async () => void (await set(containers))
  },
}
