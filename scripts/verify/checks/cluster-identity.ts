import type { Check, Problem } from '../check.ts'
import { listSiteIds } from '../fogflow/site-ids.ts'
import type { Metadata } from '../kube/objects.ts'
import { readOptional } from '../kube/read-optional.ts'
import type { Scene } from '../scene.ts'

interface Namespace {
  readonly metadata: Metadata
  readonly status?: { readonly phase?: string }
}

/** The namespace is FogFlow's, and the configs in it are of this site: a site's id exists once in a fleet. */
export const clusterIdentity = {
  id: 'cluster-identity',
  summary: 'The context leads to this cluster and not to another one.',
  order: 0,
  isDecisive: true,
  async run(scene) {
    const { namespace, site } = scene.cluster.settings
    const found = await readOptional<Namespace>(scene, `/api/v1/namespaces/${namespace}`)
    const problem = found ? judgeNamespace(found, scene) : missing(scene)
    if (problem) return { problems: [problem], seen: '' }
    const ids = await listSiteIds(scene)
    // While a config changes, the one before is still there.
    const [other] = ids.includes(site.id) ? [] : ids
    if (other !== undefined) return { problems: [otherSite(other, scene)], seen: '' }
    const seen =
      ids.length > 0 ? `namespace ${namespace} of site ${site.id}` : `namespace ${namespace}, no config in it yet`
    return { problems: [], seen }
  },
} satisfies Check

const idOf = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', name })

const missing = ({ api, cluster: { name, settings } }: Scene): Problem => ({
  message: `${api.server} has no namespace "${settings.namespace}": FogFlow is not deployed there, or context "${api.context}" is for another cluster than ${name}`,
  fix: `choose the context of ${name} with --context NAME; if this is it, start its engine: kubectl apply -f ${syncFile(name, settings.engine)}`,
  resource: idOf(settings.namespace),
})

const syncFile = (name: string, engine: string): string =>
  engine === 'flux' ? `clusters/${name}/sync/flux.yaml` : 'clusters/<management cluster>/sync/argocd.yaml'

function judgeNamespace({ metadata, status }: Namespace, { api, cluster }: Scene): Problem | undefined {
  const resource = idOf(metadata.name)
  if (metadata.deletionTimestamp !== undefined || status?.phase === 'Terminating')
    return {
      message: `namespace "${metadata.name}" has been being deleted since ${metadata.deletionTimestamp}: nothing can be made in it any more`,
      fix: `see what holds it: kubectl get namespace ${metadata.name} -o yaml (status.conditions); when it is gone, the engine makes it anew`,
      resource,
    }
  const label = metadata.labels?.['app.kubernetes.io/part-of']
  if (label === 'fogflow') return undefined
  return {
    message: `namespace "${metadata.name}" on ${api.server} has ${label === undefined ? 'no label' : `"${label}" in the label`} app.kubernetes.io/part-of, which Git gives it as "fogflow": it is not of this repository, or platform/ has not been applied`,
    fix: `choose the context of ${cluster.name} with --context NAME; if this is it, see why the engine does not apply clusters/${cluster.name}/platform`,
    resource,
  }
}

const otherSite = (id: string, { api, cluster, fleet }: Scene): Problem => {
  const owner = fleet.clusters.find(({ settings }) => settings.site.id === id)
  return {
    message: `the FogFlow on ${api.server} is site "${id}"${owner ? `, cluster ${owner.name}` : ''}; ${cluster.name} is site "${cluster.settings.site.id}"`,
    fix: owner
      ? `choose the context of ${cluster.name} with --context NAME, or check what is there: --cluster ${owner.name}`
      : `choose the context of ${cluster.name} with --context NAME; if this is it, the engine has not applied its config yet: --watch waits for it`,
    resource: idOf(cluster.settings.namespace),
  }
}
