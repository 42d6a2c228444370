import type { Pull, World } from './world.ts'

const good: readonly (string | null)[] = ['success', 'neutral', 'skipped']

/** The checks that the protection of the base branch asks for, and that are not done well. */
export function missingChecks({ protections, checkRuns, statuses }: World, { base, head }: Pull): readonly string[] {
  const required = protections.get(base)?.requiredChecks ?? []
  const runs = checkRuns.filter(({ sha }) => sha === head)
  const states = statuses.filter(({ sha }) => sha === head)
  return required.filter(check => {
    const isGood = runs.filter(({ name }) => name === check).at(-1)
    if (isGood !== undefined) return !(isGood.status === 'completed' && good.includes(isGood.conclusion))
    return states.filter(({ context }) => context === check).at(-1)?.state !== 'success'
  })
}
