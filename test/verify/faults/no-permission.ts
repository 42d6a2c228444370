import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demand } from '../../cluster/api/api.ts'
import { apply } from '../../cluster/api/apply.ts'
import type { Fault } from '../fault.ts'
import type { VerifyStage } from '../set-stage.ts'

const name = 'half-a-reader'
const namespace = 'fogflow'

/** May read what is in namespaces, and neither nodes nor Secrets, nor forward ports. */
async function makeReader({ api, kubeconfig, state }: VerifyStage): Promise<string> {
  await apply(api, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } })
  await apply(api, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  })
  await apply(api, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules: [
      { apiGroups: ['source.toolkit.fluxcd.io', 'kustomize.toolkit.fluxcd.io'], resources: ['*'], verbs: ['get'] },
    ],
  })
  await apply(api, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: `${name}-of-flux` },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  })
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} }
  const reference = { apiVersion: 'v1', kind: 'TokenRequest', namespace, name }
  const { status } = demand(reference, await api.send({ method: 'POST', path, body }))
  const config = JSON.parse(readFileSync(kubeconfig, 'utf8')) as { users: { name: string; user: object }[] }
  const users = config.users.map(user => ({ ...user, user: { token: (status as { token: string }).token } }))
  const file = join(state, 'reader.kubeconfig')
  writeFileSync(file, JSON.stringify({ ...config, users }))
  return file
}

const options: { kubeconfig?: string } = {}

export const fault: Fault = {
  title: 'a user who may not see nodes and Secrets, nor forward ports',
  engine: 'flux',
  fails: [
    'broker-answers',
    'designer-answers',
    'discovery-answers',
    'front-door-answers',
    'master-answers',
    'pods-placed',
    'queues-alive',
  ],
  quotes: /nodes is forbidden/,
  options,
  make: async stage => {
    options.kubeconfig = await makeReader(stage)
    return () => {}
  },
}
