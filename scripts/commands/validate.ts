import { join, resolve } from 'node:path'
import { judgeFleet } from '../fleet/judge-fleet.ts'
import { listKustomizations } from '../load/list-kustomizations.ts'
import { load, refuseEmpty } from '../load/load.ts'
import type { Environment } from '../model/environment.ts'
import { isInside, namePath } from '../path/name-path.ts'
import { render } from '../render/render.ts'
import { readFormat } from '../report/format.ts'
import { startProgress } from '../report/progress.ts'
import { report } from '../report/report.ts'
import { validate as judge } from '../validate/validate.ts'

export interface ValidateArguments {
  readonly format: string
  readonly kubernetes?: string
  readonly release: string
  readonly all: boolean
}

/** load → render → validate → report. Without a PATH: base, overlays and clusters, and the files there that nothing refers to. */
export function validate(paths: readonly string[], options: ValidateArguments, environment: Environment): 0 | 1 {
  const { root, hasColor, webUrl } = environment
  const format = readFormat(options.format)
  const nameOf = (path: string) => namePath(environment, path)
  const progress = startProgress(environment)
  const fleet = judgeFleet(root, clusterPaths(paths, environment))
  const found = load(paths, environment)
  const loaded = refuseEmpty({ ...found, diagnostics: [...found.diagnostics, ...fleet.diagnostics] }, paths)
  const rendered = render(loaded.kustomizations, {
    root,
    listOthers: () => ['overlays', 'test/overlays'].flatMap(name => listKustomizations(join(root, name), nameOf)),
    step: progress.step('kustomizations rendered'),
  })
  const judgement = judge(loaded, rendered, {
    kubernetes: options.kubernetes,
    release: options.release,
    configSchemas: join(root, 'schemas/fogflow'),
    composeSchema: join(root, 'schemas/compose/compose.schema.json'),
    kubernetesOf: fleet.kubernetesOf,
    editableAt: fleet.editableAt,
    step: progress.step('units checked'),
  })
  progress.end()
  const { text, exitCode } = report(judgement, format, {
    hasColor,
    webUrl,
    isWhole: options.all,
    durationMs: environment.elapsed(),
    nameOf,
  })
  environment.write(text)
  return exitCode
}

/** The PATHs that concern clusters; all clusters where no PATH is named. */
function clusterPaths(paths: readonly string[], { root, cwd }: Environment): readonly string[] {
  const clusters = join(root, 'clusters')
  const named = paths.length === 0 ? [clusters] : paths.map(path => resolve(cwd, path))
  return named.filter(path => isInside(clusters, path) || isInside(path, clusters))
}
