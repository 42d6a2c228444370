import { read, remove } from '../api/objects.ts'
import { waitFor } from '../process/wait-for.ts'
import type { Scenario } from '../story/stage.ts'

const service = { apiVersion: 'v1', kind: 'Service', namespace: 'fogflow', name: 'discovery' }

export const scenario: Scenario = {
  title: 'an object deleted by hand comes back',
  play: async ({ api, engine }) => {
    await remove(api, service)
    const start = performance.now()
    await engine.compare(api)
    const look = async () => ((await read(api, service)) ? { done: true } : { still: 'it is not there' })
    await waitFor('the deleted Service', look, { seconds: 60 })
    return { seconds: (performance.now() - start) / 1000, remark: 'Service discovery' }
  },
}
