import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { applyChanges } from '../disk/apply-changes.ts'
import { finishJournal } from '../disk/finish-journal.ts'
import type { FleetFacts } from '../import/fleet-facts.ts'
import { formatReport } from '../import/format-report.ts'
import { type ImportedCluster, importSites } from '../import/import-sites.ts'
import { loadFleet } from '../load/fleet/load-fleet.ts'
import { loadInherited } from '../load/fleet/load-inherited.ts'
import { loadSources } from '../load/load-sources.ts'
import { readText } from '../load/read-text.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Environment } from '../model/environment.ts'
import type { Fleet } from '../model/fleet.ts'
import { namePath } from '../path/name-path.ts'
import { formatDiagnostics } from '../report/text.ts'

export interface ImportArguments {
  readonly name?: string
  readonly cloud?: string
  /** Say what would be written, and write nothing. */
  readonly dryRun: boolean
}

/** load → import → report: somebody's files become a cluster.yaml each site, and what was wrong in them is told. */
export function importPath(path: string, options: ImportArguments, environment: Environment): 0 | 1 {
  const { root, hasColor } = environment
  const nameOf = (file: string) => namePath(environment, file)
  finishJournal(root)
  const sources = loadSources(path, environment)
  const loaded = loadFleet(root)
  const { name, cloud } = options
  if (name !== undefined && !/^[a-z0-9][-a-z0-9]*(?:\/[a-z0-9][-a-z0-9]*)*$/.test(name))
    throw new CannotFinish(`--name ${JSON.stringify(name)}: use a-z, 0-9 and - for each folder below clusters/`)
  const fleet = viewFleet(loaded.fleet)
  if (cloud !== undefined && !fleet.clusters.some(cluster => cluster.name === cloud && cluster.role === 'cloud'))
    throw new CannotFinish(`--cloud: no cloud of the repository is called ${JSON.stringify(cloud)}`)
  const imported = importSites(sources.files, { path: sources.path, name, cloud, fleet })
  const all = [...loaded.diagnostics.filter(isError), ...sources.diagnostics, ...imported.diagnostics]
  environment.writeError(formatDiagnostics(all, { hasColor, isWhole: true, durationMs: 0, nameOf }))
  if (all.some(isError)) return 1
  if (imported.clusters.length === 0)
    throw new CannotFinish(
      `${JSON.stringify(path)} has no config.json, manifest, compose file or chart values of FogFlow`,
    )
  environment.write(formatReport(imported.clusters, { hasColor, nameOf }))
  if (!options.dryRun) write(imported.clusters, environment)
  return 0
}

const isError = ({ severity }: Diagnostic) => severity === 'error'

function viewFleet({ root, clusters }: Fleet): FleetFacts {
  const fileOf = (name: string) => join(root, 'clusters', ...name.split('/'), 'cluster.yaml')
  return {
    clusters: clusters.map(({ name, settings }) => ({
      name,
      role: settings.role,
      siteId: settings.site.id,
      release: settings.release,
      addresses: [...(settings.address === undefined ? [] : [settings.address]), ...settings.broker.addresses],
    })),
    inheritedBy: name => loadInherited(root, name),
    textOf: name => {
      const read = existsSync(fileOf(name)) ? readText(fileOf(name)) : undefined
      return read && 'text' in read ? read.text : undefined
    },
    fileOf,
  }
}

function write(clusters: readonly ImportedCluster[], { root, write }: Environment): void {
  const files = clusters.map(({ file, text }) => [relative(root, file).split(sep).join('/'), text] as const)
  applyChanges({ writes: new Map(files), deletes: [] }, root)
  write(`wrote ${files.map(([path]) => path).join(', ')}\nnext: npm run generate, then npm run validate\n`)
}
