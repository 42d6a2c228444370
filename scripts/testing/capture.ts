import { fileURLToPath } from 'node:url'
import type { Environment } from '../model/environment.ts'

export interface Captured {
  readonly environment: Environment
  output(): string
  errors(): string
}

/** A world for a command: it stands in `cwd`, and what it writes is kept. */
export function capture(cwd: string, root = repository): Captured {
  const written = { output: '', errors: '' }
  const environment: Environment = {
    root,
    cwd,
    isWatched: false,
    hasColor: false,
    write: text => {
      written.output += text
    },
    writeError: text => {
      written.errors += text
    },
    readInput: async () => undefined,
    elapsed: () => 0,
    now: () => new Date(),
  }
  return { environment, output: () => written.output, errors: () => written.errors }
}

/** This repository's root. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
