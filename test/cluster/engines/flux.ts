import type { Api } from '../api/api.ts'
import { type Manifest, type Reference, referenceTo } from '../api/manifest.ts'
import { list, merge, read } from '../api/objects.ts'
import { type Condition, type Conditioned, combine, type Engine, type Progress } from './engine.ts'
import { startFlux } from './flux/start-flux.ts'

const namespace = 'flux-system'
const source = { apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'GitRepository', namespace, name: 'fogflow' }
const kustomizations = { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', namespace }

interface Kustomization extends Manifest {
  readonly status?: {
    readonly conditions?: readonly Condition[]
    readonly lastAppliedRevision?: string
    readonly lastAttemptedRevision?: string
    readonly inventory?: { readonly entries?: readonly { readonly id: string; readonly v: string }[] }
  }
}

const now = () => ({ metadata: { annotations: { 'reconcile.fluxcd.io/requestedAt': new Date().toISOString() } } })

const listKustomizations = (api: Api) => list<Kustomization>(api, kustomizations)

export const flux: Engine = {
  name: 'Flux',
  key: 'flux',
  namespace,
  group: 'kustomize.toolkit.fluxcd.io',
  families: ['flux'],
  programs: [],
  start: (plane, tools) => startFlux(plane, tools.flux ?? ''),
  syncFile: 'flux.yaml',
  appliesRest: false,
  poke: async api => {
    await merge(api, source, now())
  },
  compare: async api => {
    await Promise.all((await listKustomizations(api)).map(one => merge(api, referenceTo(one), now())))
  },
  look: async (api, commit) => combine((await listKustomizations(api)).map(one => lookAt(one, commit))),
  complaintOfSource: async api => {
    const ready = (await read<Conditioned>(api, source))?.status?.conditions?.find(({ type }) => type === 'Ready')
    return ready?.status === 'False' ? `${ready.reason}: ${ready.message}` : undefined
  },
  listGroups: async api => {
    const all = await listKustomizations(api)
    const find = (name: string) => all.find(({ metadata }) => metadata.name === name)
    return ['fogflow-platform', 'fogflow-account', 'fogflow'].map(name => inventoryOf(find(name)))
  },
  listInventory: async api => (await listKustomizations(api)).flatMap(inventoryOf),
}

const inventoryOf = (one?: Kustomization): readonly Reference[] =>
  (one?.status?.inventory?.entries ?? []).map(({ id, v }) => parseEntry(id, v))

/** Ready alone may be about an older commit. */
function lookAt({ metadata, status }: Kustomization, commit: string): Progress {
  const { name, generation } = metadata
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')
  const isOf = (revision = '') => revision.endsWith(commit)
  if (ready?.observedGeneration !== generation)
    return { state: 'under way', detail: `${name}: a new version of itself` }
  if (ready?.status === 'True' && isOf(status?.lastAppliedRevision)) return { state: 'arrived' }
  const said = `${name}: ${ready?.reason}: ${ready?.message}`
  if (ready?.status === 'False' && isOf(status?.lastAttemptedRevision) && ready.reason?.endsWith('Failed'))
    return { state: 'failed', reason: said }
  return { state: 'under way', detail: said }
}

/** `namespace_name_group_kind`; an RBAC name has its colons written as `__`. */
export function parseEntry(id: string, version: string): Reference {
  const [, namespace, name = '', group, kind = ''] = /^([^_]*)_(.*)_([^_]*)_([^_]*)$/.exec(id) ?? []
  const apiVersion = group ? `${group}/${version}` : version
  return { apiVersion, kind, namespace: namespace || undefined, name: name.replaceAll('__', ':') }
}
