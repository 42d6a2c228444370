import type { Fault } from './fault.ts'
import type { Looked } from './look.ts'

/** Why verify has not named a fault as it has to; undefined where it has. */
export function judge(
  { exitCode, checks, diagnostics, text }: Looked,
  { fails, at, quotes }: Fault,
): string | undefined {
  const failed = checks.filter(({ state }) => state === 'failed').map(({ id }) => id)
  if (failed.sort().join() !== [...fails].sort().join())
    return `${failed.join(', ') || 'nothing'} fails instead of ${fails.join(', ')}:\n${text}`
  if (exitCode !== 1) return `the exit code is ${exitCode}`
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (!errors.some(({ message }) => quotes.test(message))) return `no message matches ${quotes}:\n${text}`
  if (at && !errors.some(({ resource }) => at.test(`${resource?.kind}/${resource?.name}`)))
    return `no diagnostic is at ${at}:\n${text}`
  const mute = errors.find(({ fix }) => !fix)
  return mute && `${mute.code} says no next step`
}
