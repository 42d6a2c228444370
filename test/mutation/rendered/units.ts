import { join } from 'node:path'
import { judgeFleet } from '../../../scripts/fleet/judge-fleet.ts'
import { listKustomizations } from '../../../scripts/load/list-kustomizations.ts'
import { load } from '../../../scripts/load/load.ts'
import type { Cluster } from '../../../scripts/model/cluster.ts'
import type { KustomizationFolder } from '../../../scripts/model/loaded.ts'
import type { Unit } from '../../../scripts/model/unit.ts'
import { render } from '../../../scripts/render/render.ts'

export interface Repository {
  readonly root: string
  readonly units: readonly Unit[]
  readonly clusters: readonly Cluster[]
  kubernetesOf(unit: string): string | undefined
}

/** The clusters, and each overlay (those for tests, too) as `npm run validate -- OVERLAY` renders it. */
export function openRepository(root: string): Repository {
  const environment = { root, cwd: root }
  const fleet = judgeFleet(root, [join(root, 'clusters')])
  const clusters = load(['clusters'], environment).kustomizations
  const overlays = ['overlays', 'test/overlays']
    .flatMap(name => listKustomizations(join(root, name), path => path.slice(root.length + 1)))
    .filter(({ folder }, _, all) => !all.some(other => folder.startsWith(`${other.folder}/`)))
  const units = [clusters, ...overlays.map(one => [one])].flatMap(group => renderUnits(group, root))
  return { root, units, clusters: fleet.clusters, kubernetesOf: fleet.kubernetesOf }
}

function renderUnits(kustomizations: readonly KustomizationFolder[], root: string): readonly Unit[] {
  const { units, isWhole, diagnostics } = render(kustomizations, { root, listOthers: () => [], step: () => {} })
  if (isWhole) return units
  throw new Error(diagnostics.map(({ unit, diagnostic }) => `${unit}: ${diagnostic.message}`).join('\n'))
}
