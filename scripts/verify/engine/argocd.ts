import type { ResourceId } from 'kustomize-ts'
import type { Cluster } from '../../model/cluster.ts'
import { indexClusters } from '../../model/find-cluster.ts'
import { slugOf } from '../../model/slug.ts'
import type { Outcome, Problem } from '../check.ts'
import type { Metadata } from '../kube/objects.ts'
import { readOptional } from '../kube/read-optional.ts'
import type { Scene } from '../scene.ts'
import { explainAbsence } from './explain-absence.ts'
import { installationOf } from './installation-of.ts'

interface Application {
  readonly metadata: Metadata
  readonly spec: { readonly syncPolicy?: { readonly automated?: { readonly enabled?: boolean } } }
  readonly status?: {
    readonly sync?: { readonly status?: string; readonly revision?: string; readonly revisions?: readonly string[] }
    readonly health?: { readonly status?: string; readonly message?: string }
    readonly conditions?: readonly { readonly type: string; readonly message: string }[]
    readonly operationState?: { readonly phase?: string; readonly message?: string }
  }
}

const namespace = 'argocd'

/** The Application of this cluster, and on a cluster whose Argo CD keeps others in sync, theirs: nobody else sees them. */
export async function judgeArgocd(scene: Scene): Promise<Outcome> {
  const { cluster, fleet } = scene
  const management = managementOf(cluster, scene)
  if (management !== cluster.name)
    return {
      skipped: `Argo CD runs on ${management}: npm run verify -- --cluster ${management} looks at this Application, too`,
    }
  const managed = fleet.clusters.filter(
    one => one.settings.engine === 'argocd' && managementOf(one, scene) === cluster.name,
  )
  const applications = await Promise.all(managed.map(one => readOptional<Application>(scene, pathTo(idOf(one)))))
  if (!applications.some(Boolean)) return { problems: [await explainAbsence(scene)], seen: '' }
  const problems = managed.flatMap((one, index) => {
    const found = applications[index]
    return (found ? judge(idOf(one), found, scene) : missing(one, cluster)) ?? []
  })
  const commit = scene.git.tip?.commit.slice(0, 12)
  return { problems, seen: `Argo CD, ${managed.length} Applications${commit ? ` at ${commit}` : ''}` }
}

/** Name of the cluster that an Application of another one is on. */
export const managementOf = ({ name, settings }: Cluster, { fleet }: Scene): string =>
  indexClusters(fleet.clusters)(settings.argocd.management ?? name)?.name ?? name

const idOf = (cluster: Cluster) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  namespace,
  name: `fogflow-${slugOf(cluster)}`,
})

const pathTo = ({ apiVersion, name }: ResourceId): string =>
  `/apis/${apiVersion}/namespaces/${namespace}/applications/${name}`

function missing(cluster: Cluster, management: Cluster): Problem {
  const { bootstrap, inspect } = installationOf('argocd', management.name)
  return {
    message: `there is no Application "${idOf(cluster).name}" in namespace ${namespace}: Argo CD does not keep ${cluster.name} in sync`,
    fix: `${bootstrap}; ${inspect}`,
    resource: idOf(cluster),
  }
}

function judge(id: ResourceId, { spec, status = {} }: Application, { git, cluster }: Scene): Problem | undefined {
  const { automated } = spec.syncPolicy ?? {}
  if (!automated || automated.enabled === false)
    return {
      message: `Application "${id.name}" does not sync by itself: no commit arrives until somebody turns that on`,
      fix: `argocd app set ${id.name} --sync-policy automated --auto-prune --self-heal`,
      resource: id,
    }
  const error = status.conditions?.find(({ type }) => type.endsWith('Error'))
  if (error)
    return {
      message: `Argo CD says of Application "${id.name}": ${error.type}: ${error.message}`,
      fix: 'npm run validate says what it can of the commit; fix it or revert the commit',
      resource: id,
    }
  const { phase, message } = status.operationState ?? {}
  if (status.sync?.status !== 'Synced') {
    const failed = phase === 'Failed' || phase === 'Error' ? `; its last sync ended ${phase}: ${message}` : ''
    return {
      message: `Application "${id.name}" is ${status.sync?.status ?? 'not compared yet'}${failed}`,
      fix: failed
        ? 'fix what the message names, or revert the commit'
        : `wait for it (--watch), or see what differs: argocd app diff ${id.name}`,
      resource: id,
    }
  }
  return judgeCommit(id, status, git.tip?.commit, cluster) ?? judgeHealth(id, status)
}

/** An Application of several sources has a revision for each. */
function judgeCommit(
  id: ResourceId,
  { sync }: NonNullable<Application['status']>,
  commit: string | undefined,
  { settings }: Cluster,
): Problem | undefined {
  const revisions = sync?.revisions ?? [sync?.revision ?? 'none']
  const other = revisions.find(revision => revision !== commit)
  if (commit === undefined || other === undefined) return undefined
  return {
    message: `Application "${id.name}" is at ${other}, branch ${settings.repository.branch} at ${commit}: the newest commit has not arrived`,
    fix: `wait for it (--watch), or: argocd app get ${id.name} --refresh`,
    resource: id,
  }
}

function judgeHealth(id: ResourceId, { health }: NonNullable<Application['status']>): Problem | undefined {
  if (health?.status === 'Healthy') return undefined
  return {
    message: `Application "${id.name}" is ${health?.status ?? 'of unknown health'}${health?.message ? `: ${health.message}` : ''}`,
    fix: 'the checks pods-ready and pods-placed say why; wait for a rollout (--watch), or revert the commit',
    resource: id,
  }
}
