import { setTimeout as sleep } from 'node:timers/promises'
import { type Looked, type LookOptions, look } from './look.ts'
import type { VerifyStage } from './set-stage.ts'

const patienceMs = 60_000

/** Looks until nothing stands against it, since a cluster takes a moment to show a change; what the last look had against it. */
export async function lookUntil(
  stage: VerifyStage,
  options: LookOptions,
  judge: (looked: Looked) => string | undefined,
): Promise<string | undefined> {
  const deadline = Date.now() + patienceMs
  while (true) {
    const problem = judge(await look(stage, options))
    if (problem === undefined || Date.now() > deadline) return problem
    await sleep(500)
  }
}
