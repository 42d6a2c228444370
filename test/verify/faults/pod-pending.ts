import { referenceTo } from '../../cluster/api/manifest.ts'
import { list, merge, remove } from '../../cluster/api/objects.ts'
import { listPods } from '../../cluster/story/workloads.ts'
import type { Fault } from '../fault.ts'

const nodes = { apiVersion: 'v1', kind: 'Node' }

export const fault: Fault = {
  title: 'a pod that no node takes',
  engine: 'flux',
  fails: ['pods-ready'],
  at: /^Pod\/designer-/,
  quotes: /Unschedulable/,
  make: async ({ api }) => {
    const all = await list(api, nodes)
    const cordon = (unschedulable: boolean) =>
      Promise.all(all.map(node => merge(api, referenceTo(node), { spec: { unschedulable } })))
    await cordon(true)
    for (const pod of await listPods(api, 'designer')) await remove(api, referenceTo(pod))
    return async () => void (await cordon(false))
  },
}
