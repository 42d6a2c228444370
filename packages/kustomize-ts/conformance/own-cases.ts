import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Demand } from './outcome.ts'

const folder = fileURLToPath(new URL('../testdata', import.meta.url))

/** A tree in which this package and kustomize once differed, or might. */
export interface OwnCase {
  readonly name: string
  readonly directory: string
  readonly demand: Demand
}

/**
 * The package's own cases, a folder of `testdata` each. What is built is `overlay` in it, where there is one, else the
 * folder itself; `expected.yaml` beside it has what kustomize 5.8.1 prints. Without that file kustomize refuses the case.
 */
export function readOwnCases(): readonly OwnCase[] {
  return readdirSync(folder).map(name => {
    const [overlay, expected] = ['overlay', 'expected.yaml'].map(part => join(folder, name, part))
    return {
      name,
      directory: overlay && existsSync(overlay) ? overlay : join(folder, name),
      demand: readDemand(expected),
    }
  })
}

function readDemand(file = ''): Demand {
  if (!existsSync(file)) return { kind: 'failure', reason: 'kustomize refuses it' }
  return { kind: 'yaml', yaml: readFileSync(file, 'utf8') }
}
