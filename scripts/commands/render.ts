import { build } from 'kustomize-ts'
import { resolvePaths } from '../load/resolve-paths.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import { formatDiagnostics } from '../report/text.ts'

/** Prints a kustomization as kustomize does. What is wrong with it goes to the error output. */
export function render(path: string, environment: Environment): 0 | 1 {
  const [target] = resolvePaths([path], environment)
  if (!target?.isFolder) throw new CannotFinish(`${JSON.stringify(path)} is not a folder`)
  const { yaml, diagnostics } = build(target.path)
  const nameOf = (file: string) => namePath(environment, file)
  environment.writeError(formatDiagnostics(diagnostics, { hasColor: false, isWhole: true, durationMs: 0, nameOf }))
  if (diagnostics.some(({ severity }) => severity === 'error')) return 1
  environment.write(yaml)
  return 0
}
