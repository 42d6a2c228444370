import { type Node, nodeAt, toValue } from 'kustomize-ts'
import { roleOf } from '../facts.ts'
import { has } from '../node.ts'
import type { Site } from '../site.ts'
import type { Context } from './context.ts'
import { findAddress } from './find-address.ts'
import { findImages } from './find-images.ts'
import { findNamespace } from './find-namespace.ts'
import { findNodes } from './find-nodes.ts'
import { findReleaseSettings } from './find-release.ts'
import { findSite } from './find-site.ts'
import { findStorage } from './find-storage.ts'
import { findWorkers, replicasOf } from './find-workers.ts'
import type { Setting } from './setting.ts'

/** The keys of a site's cluster.yaml, in their order there. What a defaults.yaml above says already is left out. */
export function findSettings(site: Site, context: Context): readonly Setting[] {
  const all = [
    ...findRole(site, context),
    ...findRequired(context),
    ...findReleaseSettings(site, context),
    ...findSite(site, context),
    ...findAddress(site, context),
    ...findNamespace(site),
    ...findWorkers(site),
    ...findImages(site),
    ...findNodes(site),
    ...findStorage(site),
  ]
  return all.filter(({ path, value }) => !isInherited(context.inherited, path, value))
}

function findRole(site: Site, { cloud }: Context): readonly Setting[] {
  const role = roleOf(site)
  const own: Setting = { path: ['role'], value: role }
  if (role === 'edge') {
    const its = cloud === undefined ? [] : [{ path: ['cloud'], value: cloud }]
    return [own, { path: ['topology'], value: 'edge' }, ...its]
  }
  const topology = replicasOf(site, 'worker').value > 1 ? 'multi-worker' : 'single-node'
  const decide = 'the source does not say how many nodes there are'
  return [own, { path: ['topology'], value: topology, decide }]
}

/** What no source tells: usually clusters/defaults.yaml has it. */
function findRequired({ inherited }: Context): readonly Setting[] {
  const engine = has(inherited, 'engine') ? [] : [{ path: ['engine'], value: 'flux', decide: 'flux or argocd' }]
  const path = ['repository', 'url']
  const decide = 'the repository that the cluster follows: yours; write it into clusters/defaults.yaml'
  const url = 'https://git.example.org/fogflow-gitops.git'
  return [...engine, ...(has(inherited, ...path) ? [] : [{ path, value: url, decide }])]
}

function isInherited(inherited: Node | undefined, path: readonly string[], value: unknown): boolean {
  const node = inherited && nodeAt(inherited, path)
  return node !== undefined && JSON.stringify(toValue(node)) === JSON.stringify(value)
}
