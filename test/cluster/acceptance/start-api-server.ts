import { join } from 'node:path'
import type { Api } from '../api/api.ts'
import { apply } from '../api/apply.ts'
import { installCrds } from '../api/install-crds.ts'
import { startControlPlane } from '../control-plane/start-control-plane.ts'
import type { Say } from '../start-cluster.ts'
import { buildTools } from '../tools/build-tools.ts'

/** An API server that knows the kinds of both engines, and has the namespaces in which their objects are. */
export async function startApiServer(state: string, version: string, say: Say): Promise<Api> {
  const {
    [`kube-${version}`]: kube = '',
    etcd = '',
    flux = '',
    argocd = '',
  } = await buildTools([`kube-${version}`, 'etcd', 'flux', 'argocd'], say)
  const { api } = await startControlPlane(state, { kube, etcd })
  await Promise.all(
    ['flux-system', 'argocd'].map(name => apply(api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
  )
  const crds = [join(flux, 'crds/source'), join(flux, 'crds/kustomize'), join(argocd, 'crds')]
  await Promise.all(crds.map(crd => installCrds(api, crd)))
  return api
}
