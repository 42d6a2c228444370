import { join } from 'node:path'
import { type Position, positionOf } from 'kustomize-ts'
import { renovateFile } from '../generate/renovate/write-renovate.ts'
import { readSecret } from '../load/fleet/read-secret.ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { GeneratedFile } from '../model/generated-file.ts'
import { isInside } from '../path/name-path.ts'
import { fold } from '../validate/fold.ts'
import { type FleetPlan, planFleet, readFleet } from './plan-fleet.ts'

/** What a validation of rendered resources has to know of the clusters that they are for. */
export interface JudgedFleet {
  /** Those of the repository, whatever the run is about. */
  readonly clusters: readonly Cluster[]
  /** Problems of cluster.yaml and defaults.yaml files, and generated files that are not what these say. */
  readonly diagnostics: readonly Diagnostic[]
  /** The Kubernetes version of a cluster, by the name of its folder. */
  kubernetesOf(unit: string): string | undefined
  /** Where a person can change what stands at a place in a generated file; any other place is its own. */
  editableAt(place: Position): Position
}

/** Judges the clusters that stand in one of the folders of the run; `root` is the repository. */
export function judgeFleet(root: string, paths: readonly string[]): JudgedFleet {
  if (paths.length === 0)
    return { clusters: [], diagnostics: [], kubernetesOf: () => undefined, editableAt: place => place }
  const { fleet, diagnostics, isUsable } = readFleet(root)
  const chosen = fleet.clusters.filter(({ folder }) =>
    paths.some(path => isInside(path, folder) || isInside(folder, path)),
  )
  const isWhole = chosen.length === fleet.clusters.length
  const plan = isUsable ? planFleet(fleet, isWhole ? fleet.clusters : chosen) : undefined
  const versions = new Map(fleet.clusters.map(({ name, settings }) => [`clusters/${name}`, settings.kubernetes]))
  const current = new Map(
    plan?.files.filter(({ path }) => !plan.writes.has(path)).map(file => [join(root, file.path), file]),
  )
  const isNear = ({ source }: Diagnostic) => isWhole || !source || paths.some(path => isInside(path, source.file))
  return {
    clusters: fleet.clusters,
    diagnostics: [...diagnostics, ...findMissingSecrets(chosen), ...(plan ? listStale(plan, root) : [])].filter(isNear),
    kubernetesOf: unit => versions.get(unit),
    editableAt: place => findEditable(current.get(place.file), place),
  }
}

/**
 * A Secret that is to be in Git and is not there yet. Generating goes on without it, since `npm run secret` needs the
 * cluster first; its pods would wait for ever.
 */
function findMissingSecrets(clusters: readonly Cluster[]): readonly Diagnostic[] {
  const lacking = clusters.filter(one => one.settings.secrets.provider !== 'existing' && readSecret(one) === undefined)
  return fold(
    lacking.map(({ name, root, settings }) => {
      const { file, line, column } = positionOf(root, ['secrets', 'provider'])
      const message = `the provider "${settings.secrets.provider}" has RabbitMQ's password in Git, and platform/secret.yaml is not there`
      const fix = `run npm run secret -- --cluster ${settings.role === 'edge' ? settings.cloud : name}, then npm run generate`
      return {
        unit: `clusters/${name}`,
        diagnostic: { code: 'missing-secret', severity: 'error', message, fix, source: { file, line, column } },
      }
    }),
  )
}

function findEditable(file: GeneratedFile | undefined, place: Position): Position {
  const key = file?.origins[place.line - 1]
  if (file === undefined || key === undefined) return place
  const { line, column, ...origin } = positionOf(file.cluster.root, key)
  return { file: origin.file, line, column }
}

/** One diagnostic a cluster: its user has one thing to do. */
function listStale({ files, writes, deletes, diagnostics }: FleetPlan, root: string): readonly Diagnostic[] {
  const inTheWay = new Set(diagnostics.map(({ source }) => source?.file))
  const isOpen = (path: string) => !inTheWay.has(join(root, path))
  const byCluster = new Map<string, string[]>()
  for (const { path, cluster } of files.filter(({ path }) => writes.has(path) && isOpen(path))) {
    const file = join(cluster.folder, 'cluster.yaml')
    byCluster.set(file, [...(byCluster.get(file) ?? []), path])
  }
  return [
    ...diagnostics,
    ...[...byCluster].map(([file, paths]) =>
      describeStale(file, `what is generated from it has changed: ${paths.join(', ')}`),
    ),
    ...(writes.has(renovateFile)
      ? [describeStale(join(root, renovateFile), 'its rules are not those that follow from rollout.hold')]
      : []),
    ...deletes.filter(isOpen).map(path => describeStale(join(root, path), 'nothing generates this file any more')),
  ]
}

function describeStale(file: string, message: string): Diagnostic {
  const source = { file, line: 1, column: 1 }
  return {
    code: 'stale-generated-file',
    severity: 'error',
    message,
    fix: 'run npm run generate, and commit what changes',
    source,
  }
}
