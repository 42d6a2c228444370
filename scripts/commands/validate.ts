import { type JudgeOptions, judgeTree } from '../fleet/judge-tree.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import { readFormat } from '../report/format.ts'
import { startProgress } from '../report/progress.ts'
import { report } from '../report/report.ts'

export interface ValidateArguments {
  readonly format: string
  readonly kubernetes?: string
  readonly release: string
  readonly all: boolean
}

/** load → render → validate → report. Without a PATH: base, overlays and clusters, and the files there that nothing refers to. */
export function validate(
  paths: readonly string[],
  options: ValidateArguments,
  environment: Environment,
  compare?: JudgeOptions['compare'],
): 0 | 1 {
  const { hasColor, webUrl } = environment
  const format = readFormat(options.format)
  const progress = startProgress(environment)
  const judgement = judgeTree(paths, { ...options, compare }, environment, progress.step)
  progress.end()
  const { text, exitCode } = report(judgement, format, {
    hasColor,
    webUrl,
    isWhole: options.all,
    durationMs: environment.elapsed(),
    nameOf: path => namePath(environment, path),
  })
  environment.write(text)
  return exitCode
}
