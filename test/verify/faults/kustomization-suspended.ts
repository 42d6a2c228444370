import { merge } from '../../cluster/api/objects.ts'
import type { Fault } from '../fault.ts'

const kustomization = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  namespace: 'flux-system',
  name: 'fogflow',
}

export const fault: Fault = {
  title: 'a Kustomization that is suspended',
  engine: 'flux',
  fails: ['engine-synced'],
  at: /^Kustomization\/fogflow$/,
  quotes: /suspended/,
  make: async ({ api }) => {
    await merge(api, kustomization, { spec: { suspend: true } })
    return async () => void (await merge(api, kustomization, { spec: { suspend: false } }))
  },
}
