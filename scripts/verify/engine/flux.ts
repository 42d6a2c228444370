import { positionOf, type ResourceId } from 'kustomize-ts'
import type { Resource } from '../../model/resource.ts'
import type { Outcome, Problem } from '../check.ts'
import type { Condition, Metadata } from '../kube/objects.ts'
import { readOptional } from '../kube/read-optional.ts'
import type { Scene } from '../scene.ts'
import { explainAbsence } from './explain-absence.ts'
import { installationOf } from './installation-of.ts'

interface FluxObject {
  readonly metadata: Metadata
  readonly spec: {
    readonly suspend?: boolean
    readonly path?: string
    readonly url?: string
    readonly interval?: string
  }
  readonly status?: {
    readonly conditions?: readonly Condition[]
    readonly artifact?: { readonly revision?: string }
    readonly lastAppliedRevision?: string
    readonly lastAttemptedRevision?: string
  }
}

const plurals: Readonly<Record<string, string>> = { GitRepository: 'gitrepositories', Kustomization: 'kustomizations' }

/** The objects of sync/flux.yaml are there, as Git has them, Ready, and at the newest commit. */
export async function judgeFlux(scene: Scene): Promise<Outcome> {
  const expected = scene.sync.filter(({ id }) => id.kind in plurals)
  const all = await Promise.all(expected.map(({ id }) => readOptional<FluxObject>(scene, pathTo(id))))
  if (!all.some(Boolean)) return { problems: [await explainAbsence(scene)], seen: '' }
  const problems: Problem[] = []
  const followers: Problem[] = []
  for (const [index, resource] of expected.entries()) {
    const found = all[index]
    const problem = found ? judge(resource, found, scene) : missing(resource, scene)
    if (problem) (isFollower(resource.id, problem, found) ? followers : problems).push(problem)
  }
  if (problems.length === 0) problems.push(...fold(followers))
  const commit = scene.git.tip?.commit
  return { problems, seen: `Flux, ${expected.length} objects${commit ? ` at ${commit.slice(0, 12)}` : ''}` }
}

const pathTo = ({ apiVersion, kind, namespace, name }: ResourceId): string =>
  `/apis/${apiVersion}/namespaces/${namespace}/${plurals[kind]}/${name}`

const bootstrapOf = ({ cluster }: Scene): string => installationOf('flux', cluster.name).bootstrap

const missing = ({ id }: Resource, scene: Scene): Problem => ({
  message: `there is no ${id.kind} "${id.name}" in namespace ${id.namespace}: Flux keeps only a part of this cluster in sync`,
  fix: bootstrapOf(scene),
  resource: id,
})

const judge = (resource: Resource, found: FluxObject, scene: Scene): Problem | undefined =>
  judgeSpec(resource, found, scene) ?? judgeStatus(resource.id, found) ?? judgeCommit(resource.id, found, scene)

/** What only comes of a problem of another object: the commit does not get here, or a dependency is not ready. */
function isFollower({ kind }: ResourceId, { message }: Problem, found: FluxObject | undefined): boolean {
  const ready = found?.status?.conditions?.find(({ type }) => type === 'Ready')
  const isWaiting = ready?.status === 'False' && ready.reason === 'DependencyNotReady'
  return kind === 'Kustomization' && (isWaiting || message.endsWith(lagging))
}

const lagging = 'the newest commit has not arrived'

/** The first speaks for those that wait with it. */
function fold([first, ...others]: readonly Problem[]): readonly Problem[] {
  if (!first) return []
  if (others.length === 0) return [first]
  return [
    { ...first, message: `${first.message}; the same with ${others.map(({ resource }) => resource?.name).join(', ')}` },
  ]
}

function judgeSpec({ id, value }: Resource, { spec }: FluxObject, scene: Scene): Problem | undefined {
  const { cluster } = scene
  if (spec.suspend)
    return {
      message: `${id.kind} "${id.name}" is suspended: no commit arrives until somebody resumes it`,
      fix: `flux resume ${id.kind === 'GitRepository' ? 'source git' : 'kustomization'} ${id.name} -n ${id.namespace}`,
      resource: id,
    }
  const wanted = value.spec as FluxObject['spec']
  const key = (['path', 'url'] as const).find(name => wanted[name] !== undefined && wanted[name] !== spec[name])
  if (key === undefined) return undefined
  return {
    message: `its ${key} is "${spec[key]}", Git says "${wanted[key]}": it follows something else than cluster ${cluster.name}`,
    fix: `if this is the right cluster: ${bootstrapOf(scene)}`,
    resource: id,
    ...(key === 'url' && { source: positionOf(cluster.root, ['repository', 'url']) }),
  }
}

/** While it reconciles, Ready is Unknown: no problem by itself, the commit is judged then. */
function judgeStatus(id: ResourceId, { metadata, status }: FluxObject): Problem | undefined {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')
  const controller = id.kind === 'GitRepository' ? 'source-controller' : 'kustomize-controller'
  if (!ready || (ready.observedGeneration ?? metadata.generation) !== metadata.generation)
    return {
      message: `Flux's ${controller} has not looked at ${id.kind} "${id.name}" ${ready ? 'since it was changed' : 'yet'}`,
      fix: `wait a moment (--watch); if it stays: kubectl -n ${id.namespace} get pods,  kubectl -n ${id.namespace} logs deployment/${controller}`,
      resource: id,
    }
  if (ready.status !== 'False') return undefined
  return {
    message: `Flux says that ${id.kind} "${id.name}" is not ready: ${ready.reason}: ${ready.message}`,
    fix: adviceOn(id, ready.reason ?? ''),
    resource: id,
  }
}

function adviceOn({ kind, name }: ResourceId, reason: string): string {
  if (kind === 'GitRepository')
    return 'give Flux access to the repository: its address is repository.url in cluster.yaml'
  if (reason === 'BuildFailed')
    return 'the commit does not render: npm run validate says where; fix it or revert the commit'
  if (reason === 'HealthCheckFailed')
    return 'the commit is applied and its pods do not get ready: check pods-ready says why; fix it or revert the commit'
  if (reason === 'DependencyNotReady') return 'it waits for the object that the message names'
  return `npm run validate says what it can of the commit; fix it or revert the commit (flux events --for Kustomization/${name})`
}

function judgeCommit(id: ResourceId, { spec, status }: FluxObject, { git, cluster }: Scene): Problem | undefined {
  const revision = id.kind === 'GitRepository' ? status?.artifact?.revision : status?.lastAppliedRevision
  const commit = git.tip?.commit
  if (commit === undefined || revision?.endsWith(commit)) return undefined
  const resume = id.kind === 'GitRepository' ? 'source git' : 'kustomization'
  return {
    message: `${id.kind} "${id.name}" is at ${revision === undefined ? 'no commit' : `"${revision}"`}, branch ${cluster.settings.repository.branch} at ${commit}: ${lagging}`,
    fix: `wait for it (--watch; Flux looks every ${spec.interval ?? 'interval'}), or: flux reconcile ${resume} ${id.name} -n ${id.namespace}`,
    resource: id,
  }
}
