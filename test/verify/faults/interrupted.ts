import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { git } from '../../cluster/git/git.ts'
import { copyToolchain } from '../../start/copy-toolchain.ts'
import type { Fault } from '../fault.ts'
import type { VerifyStage } from '../set-stage.ts'
import { startVerify } from '../start-verify.ts'

/** A clone of the stage's repository with the toolchain in it, as a person has it. */
async function clone({ state, repository }: VerifyStage): Promise<string> {
  const folder = join(state, 'clone')
  if (existsSync(folder)) return folder
  await git(state, 'clone', '--quiet', repository.url, folder)
  copyToolchain(folder)
  return folder
}

/** Ctrl-C as soon as the test entity is written: the run says so, does not end well, and nothing is left of it. */
async function interrupt(stage: VerifyStage, option: '--write' | '--intent'): Promise<void> {
  const { world, cluster, kubeconfig } = stage
  const run = startVerify(await clone(stage), ['--cluster', cluster, '--kubeconfig', kubeconfig, option])
  world.onUpdate = () => run.signal('SIGINT')
  const { end, stdout, stderr } = await run.ended
  world.onUpdate = () => {}
  if (end === 0 || !/^error: interrupted: /m.test(stderr))
    throw new Error(`verify ${option} ends with ${end} when it is interrupted:\n${stdout}${stderr}`)
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
    await interrupt(stage, '--write')
    await interrupt(stage, '--intent')
    stage.world.down.add('nginx')
    return () => void stage.world.down.delete('nginx')
  },
}
