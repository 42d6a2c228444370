import { referenceTo } from '../../cluster/api/manifest.ts'
import { list, merge } from '../../cluster/api/objects.ts'
import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'pods on a node whose taint they do not tolerate',
  engine: 'flux',
  fails: ['pods-placed'],
  at: /^Pod\//,
  quotes: /dedicated=others:NoSchedule/,
  make: async ({ api }) => {
    const nodes = await list(api, { apiVersion: 'v1', kind: 'Node' })
    const workers = nodes.filter(({ metadata }) => metadata.name.startsWith('node-'))
    const taint = (taints: readonly object[]) =>
      Promise.all(workers.map(node => merge(api, referenceTo(node), { spec: { taints } })))
    await taint([{ key: 'dedicated', value: 'others', effect: 'NoSchedule' }])
    return async () => void (await taint([]))
  },
}
