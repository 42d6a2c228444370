import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { Fault } from '../fault.ts'
import { type LookOptions, look } from '../look.ts'
import type { VerifyStage } from '../set-stage.ts'

/** Ctrl-C as soon as the test entity is written: the run does not end well, and nothing is left of it. */
async function interrupt(stage: VerifyStage, options: LookOptions): Promise<void> {
  const { world } = stage
  const controller = new AbortController()
  world.onUpdate = () => controller.abort()
  const ended = await look(stage, { ...options, interruption: controller.signal }).catch((error: unknown) => error)
  world.onUpdate = () => {}
  if (!(ended instanceof CannotFinish)) throw new Error('an interrupted run says that it has looked at all')
  const entities = [...world.shards.values()].flatMap(shard => [...shard.keys()])
  const left = [...entities, ...world.operators.keys(), ...world.fogFunctions.keys(), ...world.tasks.keys()]
  if (left.length > 0) throw new Error(`an interrupted run leaves ${left.join(', ')}`)
}

export const fault: Fault = {
  title: 'an interrupted run leaves nothing behind; the next one sees a front door that is down',
  engine: 'flux',
  fails: ['front-door-answers'],
  quotes: /gets no answer/,
  make: async stage => {
    await interrupt(stage, { write: true })
    await interrupt(stage, { intent: true })
    stage.world.down.add('nginx')
    return () => void stage.world.down.delete('nginx')
  },
}
