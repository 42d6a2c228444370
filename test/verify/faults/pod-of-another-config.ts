import { apply } from '../../cluster/api/apply.ts'
import { merge, read, remove } from '../../cluster/api/objects.ts'
import { readWorkload } from '../../cluster/story/workloads.ts'
import type { Fault } from '../fault.ts'

const name = 'master-config-old'

export const fault: Fault = {
  title: 'a pod that runs with another ConfigMap than Git says',
  engine: 'flux',
  fails: ['config-current'],
  at: /^Pod\/master-/,
  quotes: /"master-config-old"/,
  make: async ({ api }) => {
    const master = await readWorkload(api, 'Deployment', 'master')
    const volumes = master.spec.template.spec.volumes as readonly { configMap?: { name: string } }[]
    const current = volumes.find(({ configMap }) => configMap?.name.startsWith('master-config'))?.configMap?.name ?? ''
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'fogflow' }
    const data = (await read(api, { ...configMap, name: current }))?.data
    await apply(api, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'fogflow' }, data })
    const set = (to: string, from: string) =>
      merge(
        api,
        { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'fogflow', name: 'master' },
        {
          spec: {
            template: {
              spec: { volumes: JSON.parse(JSON.stringify(volumes).replaceAll(`"${from}"`, `"${to}"`)) as object },
            },
          },
        },
      )
    await set(name, current)
    return async () => {
      await set(current, current)
      await remove(api, { ...configMap, name })
    }
  },
}
