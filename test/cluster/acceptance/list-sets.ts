import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, toValue } from 'kustomize-ts'
import { loadFleet } from '../../../scripts/load/fleet/load-fleet.ts'
import { root } from '../../clusters/matrix.ts'
import { overlays } from '../../overlays/list-overlays.ts'
import type { Manifest } from '../api/manifest.ts'
import { generateVariants } from './generate-variants.ts'
import type { ManifestSet } from './manifest-set.ts'
import { readSync } from './read-sync.ts'

/**
 * Everything that this repository deploys on a version of Kubernetes: the overlays, its own clusters with the objects of
 * their engines, and clusters of every topology, release and feature that `npm run generate` makes for that version.
 */
export function listSets(kubernetes: string): readonly ManifestSet[] {
  return [...listOverlays(kubernetes), ...listOwnClusters(kubernetes), ...generateVariants(kubernetes)]
}

/** An overlay with a kind that Kubernetes has not always had → the first version that has it. */
const since: Readonly<Record<string, string>> = { 'test/overlays/task-hardening': '1.36' }

/** An overlay with a field that Kubernetes has deprecated (here externalIPs) → the first version that warns of it. */
const until: Readonly<Record<string, string>> = { 'test/overlays/cloud-of-edges': '1.36' }

const listOverlays = (kubernetes: string): readonly ManifestSet[] =>
  overlays
    .filter(path => kubernetes >= (since[path] ?? '') && kubernetes < (until[path] ?? '9'))
    .map(path => ({ group: 'overlays/ and test/overlays/', name: path, manifests: render(path) }))

function listOwnClusters(kubernetes: string): readonly ManifestSet[] {
  const { fleet } = loadFleet(root)
  const fitting = fleet.clusters.filter(({ settings }) => settings.kubernetes <= kubernetes)
  return fitting.map(({ name }) => {
    const folder = join('clusters', name)
    const files = readdirSync(join(root, folder, 'sync')).map(file => join(root, folder, 'sync', file))
    const manifests = [
      ...render(join(folder, 'platform')),
      ...render(join(folder, 'fogflow')),
      ...files.flatMap(readSync),
    ]
    return { group: 'clusters/', name: folder, manifests }
  })
}

function render(folder: string): readonly Manifest[] {
  const { resources, diagnostics } = build(join(root, folder))
  const [first] = diagnostics
  if (first) throw new Error(`${folder}: ${first.message}`)
  return resources.map(resource => toValue(resource.root) as Manifest)
}
