import { join } from 'node:path'
import { type Explanation, explain as explainField, toValue } from 'kustomize-ts'
import { findResource } from '../explain/find-resource.ts'
import { formatSteps } from '../explain/format-steps.ts'
import { traceField } from '../explain/trace-field.ts'
import { chooseCluster } from '../fleet/choose-cluster.ts'
import { planFleet, readFleet } from '../fleet/plan-fleet.ts'
import { loadClusters } from '../load/load-clusters.ts'
import { readText } from '../load/read-text.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import { render } from '../render/render.ts'
import { tell } from '../report/tell.ts'
import { showControls } from '../text/show-controls.ts'

export interface ExplainArguments {
  readonly cluster: string
  /** Kind/name or namespace/Kind/name. */
  readonly resource: string
  /** As kustomize's replacements write it: `spec.template.spec.containers.[name=broker].image`. */
  readonly field: string
}

/** Why a field of a cluster's resource has its value: every line that has set it, back to the base. */
export function explain({ cluster: name, resource, field }: ExplainArguments, environment: Environment): 0 | 1 {
  const { root, write } = environment
  const nameOf = (file: string) => namePath(environment, file)
  const { fleet, diagnostics, isUsable } = readFleet(root)
  if (!isUsable) {
    tell(diagnostics, environment)
    return 1
  }
  const cluster = chooseCluster(name, fleet)
  const loaded = loadClusters(cluster.folder, nameOf)
  const rendered = render(loaded.kustomizations, { root, listOthers: () => [], step: () => {} })
  const found = [...loaded.diagnostics, ...rendered.diagnostics.map(({ diagnostic }) => diagnostic)]
  if (found.some(({ severity }) => severity === 'error')) {
    tell(found, environment)
    return 1
  }
  const resources = [...rendered.units, ...loaded.units].flatMap(unit => unit.resources)
  const explained = explainField(findResource(resource, resources), field)
  if ('failure' in explained) throw new CannotFinish(`${resource}: ${explained.failure}`)
  const { files, writes } = planFleet(fleet, [cluster])
  const current = files.filter(({ path }) => !writes.has(path)).map(file => [join(root, file.path), file] as const)
  const steps = traceField(explained.chain, new Map(current))
  write(showControls(`${formatValue(explained)}\n${formatSteps(steps, { nameOf, readLines })}\n`))
  if (writes.size > 0)
    environment.writeError(`note: ${[...writes.keys()].join(', ')}: not as cluster.yaml says, run npm run generate\n`)
  return 0
}

function formatValue({ node }: Explanation): string {
  return node.kind === 'scalar' ? node.text : JSON.stringify(toValue(node), undefined, 2)
}

function readLines(file: string): readonly string[] {
  const read = readText(file)
  return 'diagnostic' in read ? [] : read.text.split(/\r?\n/)
}
