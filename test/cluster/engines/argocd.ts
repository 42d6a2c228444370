import type { Api } from '../api/api.ts'
import { type Manifest, type Reference, referenceTo } from '../api/manifest.ts'
import { list, merge } from '../api/objects.ts'
import { argocdPrograms } from './argocd/link-programs.ts'
import { startArgocd } from './argocd/start-argocd.ts'
import { combine, type Engine, type Progress } from './engine.ts'

const namespace = 'argocd'
const applications = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', namespace }
const set = { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', namespace, name: 'fogflow' }

interface Application extends Manifest {
  readonly status?: {
    readonly sync?: { readonly status?: string; readonly revision?: string; readonly revisions?: readonly string[] }
    readonly health?: { readonly status?: string; readonly lastTransitionTime?: string }
    readonly conditions?: readonly { readonly type: string; readonly message: string }[]
    readonly operationState?: {
      readonly phase: string
      readonly message?: string
      readonly retryCount?: number
      readonly syncResult?: { readonly revision?: string; readonly revisions?: readonly string[] }
    }
    readonly resources?: readonly Resource[]
  }
}

interface Resource {
  readonly group?: string
  readonly version: string
  readonly kind: string
  readonly namespace?: string
  readonly name: string
  readonly status?: string
  readonly health?: { readonly status?: string; readonly message?: string }
}

const listApplications = (api: Api) => list<Application>(api, applications)
const annotate = (key: string, value: string) => ({
  metadata: { annotations: { [`argocd.argoproj.io/${key}`]: value } },
})

export const argocd: Engine = {
  name: 'Argo CD',
  key: 'argocd',
  namespace,
  group: 'argoproj.io',
  families: ['argocd'],
  programs: argocdPrograms,
  start: (plane, tools) => startArgocd(plane, tools.argocd ?? ''),
  syncFile: 'argocd.yaml',
  appliesRest: true,
  poke: async api => {
    await merge(api, set, annotate('application-set-refresh', 'true'))
    await refresh(api)
  },
  compare: async () => {}, // it watches what it has made
  look: async (api, commit) => combine((await listApplications(api)).map(one => lookAt(one, commit))),
  complaintOfSource: async api => {
    const conditions = (await listApplications(api)).flatMap(({ status }) => status?.conditions ?? [])
    return conditions.find(({ type }) => type === 'ComparisonError')?.message
  },
  listGroups: async api => {
    const all = await listInventory(api)
    const isWorkload = ({ kind }: Reference) => kind === 'Deployment' || kind === 'StatefulSet'
    const isNamespace = ({ kind }: Reference) => kind === 'Namespace'
    const isOther = (one: Reference) =>
      !isNamespace(one) && !isWorkload(one) && !one.apiVersion.startsWith('argoproj.io/')
    return [all.filter(isNamespace), all.filter(isOther), all.filter(isWorkload)]
  },
  listInventory,
}

async function refresh(api: Api): Promise<void> {
  await Promise.all(
    (await listApplications(api)).map(one => merge(api, referenceTo(one), annotate('refresh', 'normal'))),
  )
}

/** What the Applications of clusters consist of; the one of sync/ has made these Applications themselves. */
async function listInventory(api: Api): Promise<readonly Reference[]> {
  const resources = (await listApplications(api)).flatMap(({ status }) => status?.resources ?? [])
  return resources.map(({ group, version, kind, namespace, name }) => ({
    apiVersion: group ? `${group}/${version}` : version,
    kind,
    namespace,
    name,
  }))
}

/** How long something may be unhealthy before that counts as a failure: Argo CD itself waits for ever. */
const patience = 15_000

function lookAt({ metadata: { name }, status }: Application, commit: string): Progress {
  const { sync, health, operationState, conditions = [], resources = [] } = status ?? {}
  const [error] = conditions.filter(({ type }) => type === 'ComparisonError')
  if (error && sync?.status === 'Unknown') return { state: 'failed', reason: `${name}: ${error.message}` }
  const isOf = (one?: { revision?: string; revisions?: readonly string[] }) =>
    [one?.revision ?? '', ...(one?.revisions ?? [])].filter(Boolean).every(revision => revision === commit)
  const stale = resources.filter(({ status }) => status === 'OutOfSync').map(({ kind, name }) => `${kind} ${name}`)
  const said = `${name}: ${[sync?.status, ...stale].join(' ')}, ${health?.status}; ${operationState?.phase}: ${operationState?.message}`
  if (!sync || !isOf(sync)) return { state: 'under way', detail: said }
  const isDone = operationState?.phase === 'Succeeded'
  // The count stays when a later try succeeds: with another commit, say.
  const isTried = operationState?.phase === 'Failed' || (operationState?.retryCount ?? 0) > 0
  if (!isDone && isTried && isOf(operationState?.syncResult)) return { state: 'failed', reason: said }
  if (sync.status === 'Synced' && health?.status === 'Healthy' && isDone) return { state: 'arrived' }
  const unhealthy = resources.filter(({ health }) => health?.status && health.status !== 'Healthy')
  const reason = [said, ...unhealthy.map(({ kind, name, health }) => `${kind} ${name}: ${health?.message}`)].join('; ')
  const since = Date.now() - Date.parse(health?.lastTransitionTime ?? '')
  return health?.status !== 'Healthy' && since > patience
    ? { state: 'failed', reason }
    : { state: 'under way', detail: reason }
}
