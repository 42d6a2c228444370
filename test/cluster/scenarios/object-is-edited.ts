import { merge } from '../api/objects.ts'
import { waitFor } from '../process/wait-for.ts'
import type { Scenario } from '../story/stage.ts'
import { readWorkload } from '../story/workloads.ts'

const master = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'fogflow', name: 'master' }

export const scenario: Scenario = {
  title: 'an object edited by hand is put right',
  play: async ({ api, engine }) => {
    await merge(api, master, { spec: { replicas: 3 } })
    const start = performance.now()
    await engine.compare(api)
    const look = async () => {
      const { spec } = await readWorkload(api, 'Deployment', 'master')
      return spec.replicas === 1 ? { done: true } : { still: `${spec.replicas} replicas` }
    }
    await waitFor('one replica', look, { seconds: 60 })
    return { seconds: (performance.now() - start) / 1000, remark: 'Deployment master, replicas 3 → 1' }
  },
}
