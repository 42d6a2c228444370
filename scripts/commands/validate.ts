import { join } from 'node:path'
import { listKustomizations } from '../load/list-kustomizations.ts'
import { load } from '../load/load.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import { render } from '../render/render.ts'
import { startProgress } from '../report/progress.ts'
import { type Format, report } from '../report/report.ts'
import { validate as judge } from '../validate/validate.ts'

export interface ValidateArguments {
  readonly format: Format
  readonly kubernetes?: string
  readonly release: string
  readonly all: boolean
}

/** load → render → validate → report. Without a PATH: base, overlays and clusters, and the files there that nothing refers to. */
export function validate(paths: readonly string[], options: ValidateArguments, environment: Environment): 0 | 1 {
  const { root } = environment
  const nameOf = (path: string) => namePath(environment, path)
  const progress = startProgress(environment)
  const loaded = load(paths, environment)
  const rendered = render(loaded.kustomizations, {
    baseFolder: join(root, 'base'),
    listOthers: () => ['overlays', 'test/overlays'].flatMap(name => listKustomizations(join(root, name), nameOf)),
    step: progress.step('kustomizations rendered'),
  })
  const judgement = judge(loaded, rendered, {
    kubernetes: options.kubernetes,
    release: options.release,
    configSchemas: join(root, 'schemas/fogflow'),
    step: progress.step('units checked'),
  })
  progress.end()
  const { hasColor } = environment
  const { text, exitCode } = report(judgement, options.format, {
    hasColor,
    isWhole: options.all,
    durationMs: environment.elapsed(),
    nameOf,
  })
  environment.write(text)
  return exitCode
}
