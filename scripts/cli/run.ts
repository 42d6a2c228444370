import type { Environment } from '../model/environment.ts'

/** Runs a command; what the work comes to is the exit code of the process. */
export type Run = (
  work: (environment: Environment, awaitInterruption: () => AbortSignal) => Promise<0 | 1>,
) => Promise<void>
