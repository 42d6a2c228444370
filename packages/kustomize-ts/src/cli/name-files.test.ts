import { expect, it } from 'vitest'
import { readResources } from '../read/read-resources.ts'
import { nameFiles } from './name-files.ts'

const documents = (...ids: readonly string[]) =>
  ids.map(id => {
    const [apiVersion, kind, name, namespace] = id.split(' ')
    return `${apiVersion ? `apiVersion: ${apiVersion}\n` : ''}kind: ${kind}\nmetadata: {name: '${name}'${namespace ? `, namespace: ${namespace}` : ''}}\n`
  })

function name(...ids: readonly string[]) {
  const files = nameFiles(readResources(documents(...ids).join('---\n'), '/r.yaml').resources)
  return 'fault' in files ? files : files.map(({ path }) => path)
}

it('names files by group, version, kind and name', () => {
  expect(name('v1 ConfigMap My.Name x', 'apps/v1 Deployment a x', ' NoVersion w x', 'v1 Namespace x')).toEqual([
    ...['v1_configmap_my.name.yaml', 'apps_v1_deployment_a.yaml', 'noversion_w.yaml', 'v1_namespace_x.yaml'],
  ])
})

it('puts the namespace before them where there are several, of which none is "default"', () => {
  expect(name('v1 ConfigMap a NsA', 'v1 ConfigMap a', 'rbac.authorization.k8s.io/v1 ClusterRole a:b')).toEqual([
    ...['nsa_v1_configmap_a.yaml', 'default_v1_configmap_a.yaml', 'rbac.authorization.k8s.io_v1_clusterrole_a:b.yaml'],
  ])
})

it.each([[['v1 ConfigMap b', 'v1 ConfigMap B']], [['v1 ConfigMap a/b']]])(
  'refuses %j before anything is written',
  ids => {
    expect(name(...ids)).toHaveProperty('fault')
  },
)
