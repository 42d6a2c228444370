import { withMarks } from '../foreign/mark.ts'
import { type Api, demand, pathTo } from './api.ts'
import { type Manifest, type Reference, referenceTo } from './manifest.ts'

/** POST, as a client does that knows nothing of server-side apply. */
export async function create(api: Api, manifest: Manifest): Promise<Manifest> {
  const { apiVersion, kind, metadata } = manifest
  const path = await api.paths(apiVersion, kind, metadata.namespace)
  return demand(referenceTo(manifest), await api.send({ method: 'POST', path, body: withMarks(manifest, api.marks) }))
}

/** JSON merge patch. */
export async function merge(api: Api, reference: Reference, body: object): Promise<Manifest> {
  const contentType = 'application/merge-patch+json'
  const path = await pathTo(api, reference)
  return demand(reference, await api.send({ method: 'PATCH', path, contentType, body }))
}

/** An object, or undefined where there is none. */
export async function read<T extends Manifest = Manifest>(api: Api, reference: Reference): Promise<T | undefined> {
  const answer = await api.send({ path: await pathTo(api, reference) })
  return answer.status === 404 ? undefined : (demand(reference, answer) as T)
}

/** All objects of a kind, in a namespace or everywhere. */
export async function list<T extends Manifest = Manifest>(
  api: Api,
  kind: Pick<Reference, 'apiVersion' | 'kind' | 'namespace'>,
): Promise<readonly T[]> {
  const path = await api.paths(kind.apiVersion, kind.kind, kind.namespace)
  const { items } = demand({ ...kind, name: '*' }, await api.send({ path })) as unknown as { items: readonly T[] }
  return items.map(item => ({ ...item, apiVersion: kind.apiVersion, kind: kind.kind })) // a list's items name no kind
}

/** Deletes an object, if it is there. */
export async function remove(api: Api, reference: Reference): Promise<void> {
  const answer = await api.send({ method: 'DELETE', path: await pathTo(api, reference) })
  if (answer.status !== 404) demand(reference, answer)
}
