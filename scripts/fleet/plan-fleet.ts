import { generate } from '../generate/generate.ts'
import { type Changes, planChanges } from '../generate/plan-changes.ts'
import { listFormerClusters } from '../load/fleet/list-former-clusters.ts'
import { loadFleet } from '../load/fleet/load-fleet.ts'
import { readGenerated } from '../load/fleet/read-generated.ts'
import { readSecret } from '../load/fleet/read-secret.ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Fleet } from '../model/fleet.ts'
import type { GeneratedFile } from '../model/generated-file.ts'
import { ciphertextChecksum } from '../secret/ciphertext-checksum.ts'
import { checkSettings } from '../validate/settings/check-settings.ts'
import { planRenovate } from './plan-renovate.ts'

export interface CheckedFleet {
  readonly fleet: Fleet
  readonly diagnostics: readonly Diagnostic[]
  /** Whether files may be generated: nothing is, from settings with an error in them. */
  readonly isUsable: boolean
}

/** The clusters of a repository, and what is wrong with what their users wrote. */
export function readFleet(root: string): CheckedFleet {
  const { fleet, diagnostics } = loadFleet(root)
  const all = [...diagnostics, ...checkSettings(fleet)]
  return { fleet, diagnostics: all, isUsable: all.every(({ severity }) => severity !== 'error') }
}

export interface FleetPlan extends Changes {
  readonly files: readonly GeneratedFile[]
}

/** What is generated for these clusters, and how the disk differs from it; what vanished clusters left, if all are chosen. */
export function planFleet(fleet: Fleet, chosen: readonly Cluster[] = fleet.clusters): FleetPlan {
  const isChosen = new Set(chosen)
  const files = generate(fleet, describeSecret).filter(({ cluster }) => isChosen.has(cluster))
  return chosen === fleet.clusters ? planAll(fleet, files) : { files, ...compareFiles(fleet, chosen, files) }
}

/** How the disk differs from all that is generated for a fleet. */
export function planAll(fleet: Fleet, files: readonly GeneratedFile[]): FleetPlan {
  const { writes, deletes, diagnostics } = compareFiles(
    fleet,
    [...fleet.clusters, ...listFormerClusters(fleet.root)],
    files,
  )
  const renovate = planRenovate(fleet)
  return {
    ...{ files, deletes },
    writes: new Map([...writes, ...renovate.writes]),
    diagnostics: [...diagnostics, ...renovate.diagnostics],
  }
}

function compareFiles(
  { root }: Fleet,
  clusters: readonly Pick<Cluster, 'folder' | 'name'>[],
  files: readonly GeneratedFile[],
): Changes {
  return planChanges(files, new Map(clusters.flatMap(one => [...readGenerated(one)])), root)
}

export function describeSecret(cluster: Cluster): { readonly checksum?: string } | undefined {
  const text = readSecret(cluster)
  if (text === undefined) return undefined
  const checksum = ciphertextChecksum(text)
  return checksum === undefined ? {} : { checksum }
}
