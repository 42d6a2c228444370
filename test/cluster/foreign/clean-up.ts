import type { Api } from '../api/api.ts'
import { pathTo } from '../api/api.ts'
import { type Manifest, nameReference, type Reference, referenceTo } from '../api/manifest.ts'
import { list, remove } from '../api/objects.ts'
import type { Engine } from '../engines/engine.ts'
import { engines } from '../engines/engines.ts'
import { ownClass } from '../nodes/read-stages.ts'
import { waitFor } from '../process/wait-for.ts'
import { uncordon } from './cordon.ts'
import { isMarked } from './mark.ts'

interface Crd extends Manifest {
  readonly spec: {
    readonly group: string
    readonly names: { readonly kind: string }
    readonly versions: readonly { readonly name: string; readonly storage: boolean }[]
  }
}

const volumes = { apiVersion: 'v1', kind: 'PersistentVolume' }
const isOurs = (volume: Manifest) =>
  (volume.spec as { readonly storageClassName?: string }).storageClassName === ownClass

const listMarked = async <T extends Manifest>(api: Api, apiVersion: string, kind: string): Promise<readonly T[]> =>
  (await list<T>(api, { apiVersion, kind })).filter(isMarked)

const listCrds = (api: Api) => listMarked<Crd>(api, 'apiextensions.k8s.io/v1', 'CustomResourceDefinition')
const listNamespaces = (api: Api) => listMarked(api, 'v1', 'Namespace')
const listNodes = (api: Api) => listMarked(api, 'v1', 'Node')

/** Whether a run has left something on a cluster. */
export async function isLeft(api: Api): Promise<boolean> {
  const all = await Promise.all([listNamespaces(api), listCrds(api), listNodes(api)])
  return all.flat().length > 0
}

/**
 * Removes what a run has made on a cluster, and lets its nodes take pods again. Engines must have ended: one would put back
 * what goes, or wait for what is gone. kwok must run: it ends the pods of its nodes.
 */
export async function cleanUp(api: Api): Promise<void> {
  const crds = await listCrds(api)
  const inventory = await listInventory(api, crds)
  for (const crd of crds) await removeObjects(api, crd)
  const outside = inventory.filter(({ namespace, kind }) => namespace === undefined && kind !== 'Namespace')
  const classes = await listMarked(api, 'storage.k8s.io/v1', 'StorageClass')
  const namespaces = await listNamespaces(api)
  // To what is being deleted already an API server may say that this is a conflict.
  const present = [...classes, ...crds, ...namespaces].filter(({ metadata }) => !metadata.deletionTimestamp)
  for (const one of [...outside, ...present.map(referenceTo)]) await remove(api, one)
  await untilGone(async () => [...(await listNamespaces(api)), ...(await listCrds(api))])
  for (const volume of (await list(api, volumes)).filter(isOurs)) await removeNow(api, referenceTo(volume))
  for (const node of await listNodes(api)) await remove(api, referenceTo(node))
  await uncordon(api)
}

/** What the engines say that they have made; of an engine that is not there nothing can be asked. */
async function listInventory(api: Api, crds: readonly Crd[]): Promise<readonly Reference[]> {
  const isThere = ({ group }: Engine) => crds.some(({ spec }) => spec.group === group)
  return (
    await Promise.all(
      Object.values(engines)
        .filter(isThere)
        .map(engine => engine.listInventory(api)),
    )
  ).flat()
}

/** The objects of a kind; what they wait for before they go are controllers that have ended. */
async function removeObjects(api: Api, { spec }: Crd): Promise<void> {
  const version = spec.versions.find(({ storage }) => storage)?.name
  const objects = await list(api, { apiVersion: `${spec.group}/${version}`, kind: spec.names.kind })
  await Promise.all(objects.map(object => removeNow(api, referenceTo(object))))
}

async function removeNow(api: Api, reference: Reference): Promise<void> {
  await remove(api, reference)
  const body = { metadata: { finalizers: null } }
  const path = await pathTo(api, reference)
  await api.send({ method: 'PATCH', path, contentType: 'application/merge-patch+json', body }) // it may be gone
}

/** A namespace says in its conditions what it still waits for. */
async function untilGone(left: () => Promise<readonly Manifest[]>): Promise<void> {
  const look = async () => {
    const [first] = await left()
    if (!first) return { done: true }
    const { conditions = [] } = (first.status ?? {}) as { readonly conditions?: readonly Condition[] }
    const why = conditions.filter(({ status }) => status === 'True').map(({ message }) => message)
    return { still: `${nameReference(referenceTo(first))} is still being deleted: ${why.join('; ')}` }
  }
  await waitFor('what the tests have made to go away', look, { seconds: 180 })
}

interface Condition {
  readonly status: string
  readonly message?: string
}
