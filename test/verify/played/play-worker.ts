import type { Api } from '../../cluster/api/api.ts'
import { create, remove } from '../../cluster/api/objects.ts'
import type { Worker } from './world.ts'

const port = 45_955

/** FogFlow's Kubernetes engine: a Deployment for a task, named by a port, with what the task needs in an environment variable. */
export function playWorker(api: () => Api | undefined, namespace: string): Worker {
  const name = `fogflow-task-${port}`
  const reference = { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name }
  const demand = () => {
    const found = api()
    if (!found) throw new Error('there is no cluster yet')
    return found
  }
  return {
    start: async ({ image, outputType }) => {
      const env = [
        { name: 'myport', value: String(port) },
        { name: 'adminCfg', value: JSON.stringify([{ command: 'SET_OUTPUTS', type: outputType }]) },
      ]
      const container = { name, image, ports: [{ containerPort: port, hostPort: port }], env }
      const labels = { app: name }
      await create(demand(), {
        ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace } },
        spec: {
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { containers: [container] } },
        },
      })
    },
    stop: () => remove(demand(), reference),
  }
}
