import { posix } from 'node:path'
import { build } from '../src/build/build.ts'
import { createMemoryFileSystem } from '../src/source/memory.ts'
import { buildOutcome } from './build-outcome.ts'
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
