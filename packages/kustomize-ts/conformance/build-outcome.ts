import type { BuildResult } from '../src/build/build.ts'
import type { Outcome } from './outcome.ts'

/** A field that is refused for want of support fails a build, but never for the reason that a case is about. */
export function buildOutcome(run: () => BuildResult): Outcome {
  try {
    const { yaml, diagnostics } = run()
    const errors = diagnostics.filter(diagnostic => diagnostic.severity === 'error')
    const refusal = errors.find(error => error.code === 'unsupported-field')
    if (refusal) return { kind: 'yaml', yaml: `(refused) ${refusal.message}` }
    const [error] = errors
    return error ? { kind: 'failure', reason: `${error.code}: ${error.message}` } : { kind: 'yaml', yaml }
  } catch (error) {
    return { kind: 'yaml', yaml: `(thrown) ${error instanceof Error ? error.stack : String(error)}` }
  }
}
