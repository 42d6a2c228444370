import type { ForgeAccess, Patience } from '../../../scripts/model/environment.ts'
import type { Forge } from '../../../scripts/rollout/forge.ts'
import { createForge } from '../../../scripts/rollout/octokit/create-forge.ts'
import type { Double } from '../double/start-double.ts'

/** Waits a thousandth of what GitHub is due. */
export const impatient: Patience = { secondMs: 1, answerMs: 60_000, isThrottled: false }

export function accessOf({ apiUrl, repository }: Double, patience = impatient, token = 'app-token'): ForgeAccess {
  return { token, apiUrl, repository, patience }
}

export function openTestForge(double: Double, token = 'app-token', patience = impatient): Promise<Forge> {
  return createForge(accessOf(double, patience, token), double.repository)
}
