import { merge } from '../../cluster/api/objects.ts'
import type { Fault } from '../fault.ts'

const broker = { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'fogflow', name: 'broker' }

export const fault: Fault = {
  title: 'a workload that was scaled by hand',
  engine: 'flux',
  fails: ['pods-ready', 'workloads-present'],
  at: /^StatefulSet\/broker$/,
  quotes: /spec\.replicas is 0, Git says 1/,
  make: async ({ api }) => {
    await merge(api, broker, { spec: { replicas: 0 } })
    return async () => void (await merge(api, broker, { spec: { replicas: 1 } }))
  },
}
