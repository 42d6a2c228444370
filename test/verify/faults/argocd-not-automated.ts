import { merge } from '../../cluster/api/objects.ts'
import type { Fault } from '../fault.ts'

const applicationSet = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'ApplicationSet',
  namespace: 'argocd',
  name: 'fogflow',
}
const application = { ...applicationSet, kind: 'Application', name: 'fogflow-lab-laptop' }

export const fault: Fault = {
  title: 'an Application that does not sync by itself any more',
  engine: 'argocd',
  fails: ['engine-synced'],
  at: /^Application\/fogflow-lab-laptop$/,
  quotes: /does not sync by itself/,
  make: async ({ api }) => {
    const set = (automated: object | null) => merge(api, application, { spec: { syncPolicy: { automated } } })
    await set(null)
    return async () => void (await set({ prune: true, selfHeal: true, allowEmpty: false }))
  },
}
