import type { Api } from '../api/api.ts'
import { type Manifest, referenceTo } from '../api/manifest.ts'
import { list, merge } from '../api/objects.ts'
import { isMarked } from './mark.ts'

interface Node extends Manifest {
  readonly spec?: { readonly unschedulable?: boolean }
}

/** Tells which nodes were cordoned here, and not by somebody else. */
const key = 'gitops.fogflow.io/cordoned-by'

const listNodes = (api: Api) => list<Node>(api, { apiVersion: 'v1', kind: 'Node' })

/** Lets the cluster's own nodes take no new pods: images that the tests name need not exist. */
export async function cordon(api: Api): Promise<void> {
  const open = (await listNodes(api)).filter(node => !isMarked(node) && !node.spec?.unschedulable)
  const change = { metadata: { annotations: { [key]: 'e2e' } }, spec: { unschedulable: true } }
  await Promise.all(open.map(node => merge(api, referenceTo(node), change)))
}

export async function uncordon(api: Api): Promise<void> {
  const ours = (await listNodes(api)).filter(({ metadata }) => metadata.annotations?.[key] !== undefined)
  const change = { metadata: { annotations: { [key]: null } }, spec: { unschedulable: null } }
  await Promise.all(ours.map(node => merge(api, referenceTo(node), change)))
}
