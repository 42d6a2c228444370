import type { Check, Problem } from '../check.ts'
import { managementOf } from '../engine/argocd.ts'
import { isInstalled } from '../engine/explain-absence.ts'
import { installationOf } from '../engine/installation-of.ts'
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
    const problem = found ? await judgeNamespace(found, scene) : await missing(scene)
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

async function missing(scene: Scene): Promise<Problem> {
  const { api, cluster } = scene
  const { namespace } = cluster.settings
  return {
    message: `${api.server} has no namespace "${namespace}": FogFlow is not deployed there, or context "${api.context}" is for another cluster than ${cluster.name}`,
    fix: `choose the context of ${cluster.name} with --context NAME; if this is it, ${await nextStep(scene)}`,
    resource: idOf(namespace),
  }
}

/** What makes the engine deploy FogFlow on a cluster that does not have it yet. */
async function nextStep(scene: Scene): Promise<string> {
  const { name, settings } = scene.cluster
  const where = settings.engine === 'argocd' ? managementOf(scene.cluster, scene) : name
  const installation = installationOf(settings.engine, where)
  const { engine, install, bootstrap, inspect } = installation
  if (where !== name) return `see why ${engine} on ${where} does not apply clusters/${name}/platform`
  if (await isInstalled(scene, installation)) return `start its engine: ${bootstrap}; ${inspect}`
  return `${engine} is not installed: ${install}, then: ${bootstrap}`
}

async function judgeNamespace({ metadata, status }: Namespace, scene: Scene): Promise<Problem | undefined> {
  const { api, cluster } = scene
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
    fix: `choose the context of ${cluster.name} with --context NAME; if this is it, ${await nextStep(scene)}`,
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
