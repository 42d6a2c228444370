import { join, resolve } from 'node:path'
import { listKustomizations } from '../load/list-kustomizations.ts'
import { load, refuseEmpty } from '../load/load.ts'
import type { Cluster } from '../model/cluster.ts'
import type { Whereabouts } from '../model/environment.ts'
import type { Judgement } from '../model/judgement.ts'
import { isInside, namePath } from '../path/name-path.ts'
import { checkReach } from '../reach/check-reach.ts'
import { render } from '../render/render.ts'
import { changeRules } from '../validate/change-rules/index.ts'
import { validate } from '../validate/validate.ts'
import type { ChangeJudgement } from './compare-with-earlier.ts'
import { judgeFleet } from './judge-fleet.ts'

export interface JudgeOptions {
  readonly kubernetes?: string | undefined
  readonly release: string
  /** The repository with the schemas of FogFlow's configs, where that is another one than is judged. */
  readonly toolchain?: string
  /** Judges what the clusters have become; absent where no earlier state is known. */
  readonly compare?: ((clusters: readonly Cluster[], step: Step) => ChangeJudgement) | undefined
}

/** Told how far a stage is; `noun` names what is counted. */
export type Step = (noun: string) => (done: number, total: number) => void

/** load → render → validate. Without a PATH: base, overlays and clusters, and the files there that nothing refers to. */
export function judgeTree(
  paths: readonly string[],
  { kubernetes, release, toolchain, compare }: JudgeOptions,
  environment: Whereabouts,
  step: Step,
): Judgement {
  const { root } = environment
  const nameOf = (path: string) => namePath(environment, path)
  const fleet = judgeFleet(root, clusterPaths(paths, environment))
  const found = load(paths, environment)
  const loaded = refuseEmpty({ ...found, diagnostics: [...found.diagnostics, ...fleet.diagnostics] }, paths)
  const rendered = render(loaded.kustomizations, {
    root,
    listOthers: () => ['overlays', 'test/overlays'].flatMap(name => listKustomizations(join(root, name), nameOf)),
    step: step('kustomizations rendered'),
  })
  const reach = checkReach(rendered, { clusters: fleet.clusters, isWhole: paths.length === 0 }, environment)
  const change = compare?.(fleet.clusters, step)
  const everything = {
    ...loaded,
    diagnostics: [...loaded.diagnostics, ...reach.diagnostics],
    skipped: [...loaded.skipped, ...(change?.skipped ?? [])],
  }
  const all = { ...rendered, diagnostics: [...rendered.diagnostics, ...(change?.diagnostics ?? [])] }
  const judgement = validate(everything, all, {
    kubernetes,
    release,
    configSchemas: join(toolchain ?? root, 'schemas/fogflow'),
    composeSchema: join(toolchain ?? root, 'schemas/compose/compose.schema.json'),
    kubernetesOf: fleet.kubernetesOf,
    editableAt: fleet.editableAt,
    step: step('units checked'),
  })
  const judged = { ...judgement, notes: [...judgement.notes, ...reach.notes] }
  if (change !== undefined) return { ...judged, rules: [...judged.rules, ...changeRules] }
  return fleet.clusters.length === 0 ? judged : withSkippedRules(judged)
}

/** Nobody shall take what was not asked for what was found right. */
function withSkippedRules(judgement: Judgement): Judgement {
  const names = changeRules.map(({ id }) => id)
  const note = `${names.length} rules were skipped, since they compare with an earlier state (--base REF): ${names.join(', ')}`
  return {
    ...judgement,
    summary: { ...judgement.summary, skippedRules: names.length },
    notes: [...judgement.notes, note],
  }
}

/** The PATHs that concern clusters; all clusters where no PATH is named. */
function clusterPaths(paths: readonly string[], { root, cwd }: Whereabouts): readonly string[] {
  const clusters = join(root, 'clusters')
  const named = paths.length === 0 ? [clusters] : paths.map(path => resolve(cwd, path))
  return named.filter(path => isInside(clusters, path) || isInside(path, clusters))
}
