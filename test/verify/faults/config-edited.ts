import { referenceTo } from '../../cluster/api/manifest.ts'
import { list, merge } from '../../cluster/api/objects.ts'
import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a ConfigMap that was edited by hand',
  engine: 'flux',
  fails: ['config-current'],
  at: /^ConfigMap\/nginx-config-/,
  quotes: /"resolver\.sh"/,
  make: async ({ api }) => {
    const all = await list(api, { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'fogflow' })
    const one = all.find(({ metadata }) => metadata.name.startsWith('nginx-config-'))
    if (!one) throw new Error('there is no config of nginx')
    const { data } = one
    await merge(api, referenceTo(one), { data: { 'resolver.sh': 'exit 1\n' } })
    return async () => void (await merge(api, referenceTo(one), { data: data as object }))
  },
}
