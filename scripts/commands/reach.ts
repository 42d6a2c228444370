import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { applyChanges } from '../disk/apply-changes.ts'
import { finishJournal } from '../disk/finish-journal.ts'
import { chooseCluster } from '../fleet/choose-cluster.ts'
import { readFleet } from '../fleet/plan-fleet.ts'
import { load } from '../load/load.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import { type AssertedUnit, assertUnits, listAsserted } from '../reach/assert-units.ts'
import { reachabilityFile } from '../reach/check-reach.ts'
import { explainReach } from '../reach/explain-reach.ts'
import { writeDocument } from '../reach/write-document.ts'
import { render } from '../render/render.ts'
import { tell } from '../report/tell.ts'
import { showControls } from '../text/show-controls.ts'

export interface ReachArguments {
  /** A name of docs/reachability.md, maybe with a cluster's name and a colon before it. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly port?: string
  readonly cluster?: string
  readonly write: boolean
}

/** Who may call whom and why, by the manifests; or docs/reachability.md, made of them. */
export function reach({ from, to, port, cluster, write }: ReachArguments, environment: Environment): 0 | 1 {
  if (!write && (from === undefined || to === undefined))
    throw new CannotFinish('name two: npm run reach -- FROM TO (or --write)')
  const { root } = environment
  const { fleet } = readFleet(root)
  const units = renderUnits(environment)
  if (units === undefined) return 1
  const chosen = cluster === undefined ? undefined : chooseCluster(cluster, fleet)
  const asserted = listAsserted(units, fleet.clusters)
  if (write) return writeFile(asserted, environment)
  const number = readPort(port)
  const question = { from: from ?? '', to: to ?? '', cluster: chosen }
  const { text, isPermitted } = explainReach(question, asserted, fleet.clusters, {
    port: number,
    namePlace: ({ file, line, column }) => `${namePath(environment, file)}:${line}:${column}`,
  })
  environment.write(showControls(`${text}\n`))
  return isPermitted ? 0 : 1
}

/** The clusters and overlays of the repository; undefined, once it is said, where they cannot be built. */
function renderUnits(environment: Environment) {
  const { root } = environment
  const folders = ['overlays', 'clusters'].map(name => join(root, name)).filter(folder => existsSync(folder))
  const loaded = load(folders, environment)
  const { units, diagnostics } = render(loaded.kustomizations, { root, listOthers: () => [], step: () => {} })
  const found = [...loaded.diagnostics, ...diagnostics.map(({ diagnostic }) => diagnostic)]
  if (!found.some(({ severity }) => severity === 'error')) return units
  tell(found, environment)
  return undefined
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new CannotFinish(`--port is ${JSON.stringify(text)}: write a number from 1 to 65535`)
}

function writeFile(units: readonly AssertedUnit[], { root, write }: Environment): 0 {
  finishJournal(root)
  applyChanges({ writes: new Map([[reachabilityFile, writeDocument(assertUnits(units))]]), deletes: [] }, root)
  write(`wrote    ${reachabilityFile}: review what it changes\n`)
  return 0
}
