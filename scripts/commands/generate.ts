import { applyChanges } from '../disk/apply-changes.ts'
import { finishJournal } from '../disk/finish-journal.ts'
import { hasJournal } from '../disk/journal.ts'
import { chooseCluster } from '../fleet/choose-cluster.ts'
import { planFleet, readFleet } from '../fleet/plan-fleet.ts'
import type { Changes } from '../generate/plan-changes.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Environment } from '../model/environment.ts'
import { countOf } from '../report/count.ts'
import { tell } from '../report/tell.ts'

export interface GenerateArguments {
  /** Say what is stale instead of writing it. */
  readonly check: boolean
  /** Only this cluster. */
  readonly cluster?: string
}

/** cluster.yaml files → the committed files that follow from them. Writes all that is stale, or nothing. */
export function generate(options: GenerateArguments, environment: Environment): 0 | 1 {
  const { root } = environment
  if (options.check && hasJournal(root))
    throw new CannotFinish('an earlier npm run generate was interrupted: run it again, it will finish')
  finishJournal(root)
  const { fleet, diagnostics } = readFleet(root)
  if (tellErrors(diagnostics, environment)) return 1
  const chosen = options.cluster === undefined ? fleet.clusters : [chooseCluster(options.cluster, fleet)]
  const changes = planFleet(fleet, chosen)
  if (tellErrors(changes.diagnostics, environment)) return 1
  return options.check ? reportStale(changes, environment) : write(changes, chosen.length, environment)
}

/** Prints what was found, and tells whether there is an error in it. */
function tellErrors(diagnostics: readonly Diagnostic[], environment: Environment): boolean {
  tell(diagnostics, environment)
  return diagnostics.some(({ severity }) => severity === 'error')
}

function reportStale({ writes, deletes }: Changes, environment: Environment): 0 | 1 {
  const stale = [...[...writes.keys()].map(path => `stale    ${path}`), ...deletes.map(path => `left over  ${path}`)]
  if (stale.length === 0) {
    environment.write('all generated files are current\n')
    return 0
  }
  environment.write(`${stale.join('\n')}\nrun npm run generate, and commit what changes\n`)
  return 1
}

function write(changes: Changes, clusters: number, environment: Environment): 0 {
  applyChanges(changes, environment.root)
  const { writes, deletes } = changes
  const lines = [...[...writes.keys()].map(path => `wrote    ${path}`), ...deletes.map(path => `deleted  ${path}`)]
  const shown = lines.length > 40 ? [...lines.slice(0, 40), `… and ${lines.length - 40} more`] : lines
  const summary = `${countOf(clusters, 'cluster')}: ${countOf(writes.size, 'file')} written, ${deletes.length} deleted`
  environment.write(`${[...shown, summary].join('\n')}\n`)
  return 0
}
