import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFleet } from '../load/fleet/load-fleet.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { checkSettings } from '../validate/settings/check-settings.ts'
import type { NewCluster } from './read-table.ts'

export interface AddedClusters {
  /** Path from the repository's root → text of each cluster.yaml that is not there yet. */
  readonly writes: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}

const fileOf = (name: string) => `clusters/${name}/cluster.yaml`

/** What adding clusters to a repository would write, and what would be wrong with the fleet then. */
export function addClusters(clusters: readonly NewCluster[], root: string): AddedClusters {
  const byFile = new Map(clusters.map(cluster => [join(root, fileOf(cluster.name)), cluster]))
  const present = clusters.filter(({ name }) => existsSync(join(root, fileOf(name))))
  const other = present.filter(({ name, text }) => readFileSync(join(root, fileOf(name)), 'utf8') !== text)
  const added = new Map(clusters.filter(cluster => !present.includes(cluster)).map(({ name, text }) => [name, text]))
  const { fleet, diagnostics } = loadFleet(root, added)
  const found = [...diagnostics, ...checkSettings(fleet)].map(diagnostic => locate(diagnostic, byFile))
  return {
    writes: new Map([...added].map(([name, text]) => [fileOf(name), text])),
    diagnostics: [...other.map(refuseOther), ...found],
  }
}

/** A fault in a file that does not exist yet stands where its user wrote it. */
function locate(diagnostic: Diagnostic, byFile: ReadonlyMap<string, NewCluster>): Diagnostic {
  const cluster = byFile.get(diagnostic.source?.file ?? '')
  if (cluster === undefined) return diagnostic
  const { source, name } = cluster.whereIs(diagnostic.path)
  const { source: _, ...rest } = diagnostic
  const message = `${name}: ${diagnostic.message}`
  return { ...rest, message, clusters: [cluster.name], ...(source && { source }) }
}

function refuseOther({ name, whereIs }: NewCluster): Diagnostic {
  const { source } = whereIs([])
  return {
    code: 'cluster-exists',
    severity: 'error',
    message: `${fileOf(name)} is there already and says something else`,
    fix: 'change that file, or take the cluster out here',
    clusters: [name],
    ...(source && { source }),
  }
}
