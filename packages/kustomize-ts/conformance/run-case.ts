import { posix } from 'node:path'
import { build } from '../src/build/build.ts'
import { createMemoryFileSystem } from '../src/source/memory.ts'
import type { Outcome } from './outcome.ts'
import type { BuildCase } from './read-cases.ts'

/** Builds a case in memory, its files below the root of the file system. */
export function runCase(test: BuildCase): Outcome {
  const files = Object.entries(test.files).map(([path, content]) => [
    posix.resolve('/', path),
    typeof content === 'string' ? content : Buffer.from(content.$base64, 'base64'),
  ])
  const { reorder, loadRestrictions } = test.options
  return buildOutcome(() =>
    build(posix.resolve('/', test.target), {
      fileSystem: createMemoryFileSystem(Object.fromEntries(files)),
      loadRestrictor: loadRestrictions === 'none' ? 'LoadRestrictionsNone' : 'LoadRestrictionsRootOnly',
      ...(reorder !== 'unspecified' && { reorder }),
    }),
  )
}

/** A field that is refused for want of support fails a build, but never for the reason that a case is about. */
export function buildOutcome(run: () => ReturnType<typeof build>): Outcome {
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
