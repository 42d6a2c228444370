import type { Engine } from '../cluster/engines/engine.ts'
import type { Context } from '../cluster/parts/part.ts'
import type { Fault } from './fault.ts'
import { judge } from './judge.ts'
import { listFaults } from './list-faults.ts'
import { lookUntil } from './look-until.ts'
import { setStage, type VerifyStage } from './set-stage.ts'
import { whyNotGreen } from './why-not-green.ts'

/** Makes the faults of an engine one after the other, on a cluster that is healthy before and after each. */
export async function playFaults({ say, report, filter = '' }: Context, engine: Engine): Promise<void> {
  const faults = (await listFaults()).filter(fault => fault.engine === engine.key && fault.title.includes(filter))
  if (faults.length === 0) return
  const tell = (scenario: string, problem: string | undefined, remark: string) =>
    report({ scenario, with: engine.name, remark: problem ?? remark, passed: problem === undefined })
  await setStage({ engine, cluster: 'lab/laptop' }, say, async stage => {
    const all = { write: true, intent: true }
    const problem = await lookUntil(stage, all, whyNotGreen(all))
    tell('a healthy cluster', problem, 'verify is green, with --write and --intent too')
    for (const fault of faults)
      tell(fault.title, await play(stage, fault), `named by ${fault.fails.join(', ')}, and by nothing else`)
  })
}

/** Makes a fault, looks until it is named as it has to be, heals it, and looks until all is green again. */
async function play(stage: VerifyStage, fault: Fault): Promise<string | undefined> {
  const heal = await fault.make(stage)
  const problem = await lookUntil(stage, fault.options ?? {}, looked => judge(looked, fault))
  await heal()
  if (problem !== undefined) return problem
  const left = await lookUntil(stage, {}, whyNotGreen({}))
  return left && `after it was healed: ${left}`
}
