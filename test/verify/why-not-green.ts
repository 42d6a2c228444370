import type { Looked, LookOptions } from './look.ts'

/** Why verify is not satisfied; what it was asked to do it must have done. */
export const whyNotGreen =
  ({ write = false, intent = false }: LookOptions) =>
  ({ exitCode, checks, text }: Looked): string | undefined => {
    const asked = { 'entity-written': write, 'intent-runs': intent }
    const isDone = ([id, isAsked]: readonly [string, boolean]) =>
      !isAsked || checks.some(check => check.id === id && check.state === 'passed')
    return exitCode === 0 && Object.entries(asked).every(isDone) ? undefined : text
  }
