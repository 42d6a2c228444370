import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, readResources, toValue } from 'kustomize-ts'
import { openApi } from '../../../scripts/cluster-api/open-api.ts'
import type { Cluster } from '../../../scripts/model/cluster.ts'
import type { Fleet } from '../../../scripts/model/fleet.ts'
import type { Manifest, Resource } from '../../../scripts/model/resource.ts'
import { rememberReads } from '../../../scripts/verify/remember-reads.ts'
import type { Scene } from '../../../scripts/verify/scene.ts'
import type { ServedApi } from './serve-api.ts'

export const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f80910111213'

const withValue = (one: Omit<Resource, 'value'>): Resource => ({ ...one, value: toValue(one.root) as Manifest })

/** A cluster of a fleet beside a served API, with Git at `commit` and nothing changed on disk. */
export async function makeScene(fleet: Fleet, name: string, served: ServedApi): Promise<Scene> {
  const cluster = fleet.clusters.find(one => one.name === name) as Cluster
  const api = await openApi({ files: served.kubeconfig, cwd: '/' })
  const resources = ['platform', 'fogflow'].flatMap(layer => build(join(cluster.folder, layer)).resources)
  const file = join(cluster.folder, 'sync', `${cluster.settings.engine}.yaml`)
  return {
    ...{ cluster, fleet, api, read: rememberReads(api) },
    resources: resources.map(withValue),
    sync: readResources(readFileSync(file, 'utf8'), file).resources.map(withValue),
    git: { tip: { commit, isFresh: true }, checkout: { hasCommit: true, differing: [] } },
    interruption: new AbortController().signal,
  }
}
