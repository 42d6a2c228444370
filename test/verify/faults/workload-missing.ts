import { remove } from '../../cluster/api/objects.ts'
import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a workload that was deleted',
  engine: 'flux',
  fails: ['pods-ready', 'workloads-present'],
  at: /^Deployment\/nginx$/,
  quotes: /no Deployment "nginx"/,
  make: async ({ api, engine }) => {
    await remove(api, { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'fogflow', name: 'nginx' })
    return () => engine.compare(api)
  },
}
