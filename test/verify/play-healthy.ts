import { flux } from '../cluster/engines/flux.ts'
import type { Context } from '../cluster/parts/part.ts'
import { lookUntil } from './look-until.ts'
import { setStage } from './set-stage.ts'
import { whyNotGreen } from './why-not-green.ts'

/** Deploys a cluster of the repository, of which verify must find nothing wrong. */
export async function playHealthy({ say, report, filter = '' }: Context, cluster: string): Promise<void> {
  const scenario = `${cluster} is healthy`
  if (!scenario.includes(filter)) return
  await setStage({ engine: flux, cluster }, say, async stage => {
    const problem = await lookUntil(stage, {}, whyNotGreen({}))
    report({ scenario, with: flux.name, remark: problem ?? 'verify is green', passed: problem === undefined })
  })
}
