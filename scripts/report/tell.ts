import type { Diagnostic } from '../model/diagnostic.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import { formatDiagnostics } from './text.ts'

/** Tells a person what was found, on the error output; `isWhole` names all clusters that have it. */
export function tell(diagnostics: readonly Diagnostic[], environment: Environment, isWhole = false): void {
  const { hasColor, writeError } = environment
  const nameOf = (file: string) => namePath(environment, file)
  writeError(formatDiagnostics(diagnostics, { hasColor, isWhole, durationMs: 0, nameOf }))
}
