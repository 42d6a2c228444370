import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Fleet } from '../../model/fleet.ts'
import { readChange } from './change.ts'
import { chooseTargets } from './choose-targets.ts'
import type { RolloutRequest } from './plan.ts'
import { defaultWaves, readWaves } from './waves.ts'

/** A rollout as its user has written it. */
export interface WrittenRequest {
  readonly set: string
  readonly to: readonly string[]
  readonly waves?: string | undefined
}

/** All that is written must come back out of the text of a pull request, and leave room there. */
const longest = 1_000

/** Throws CannotFinish where something in it means nothing in this fleet. */
export function readRequest({ set, to, waves }: WrittenRequest, { clusters }: Pick<Fleet, 'clusters'>): RolloutRequest {
  for (const [option, text] of [['--set', set] as const, ['--to', to.join(' ')] as const])
    if (text.length > longest) throw new CannotFinish(`${option} has ${text.length} characters: at most ${longest}`)
  const change = readChange(set)
  const targets = chooseTargets(clusters, to)
  return { change, to, waves: waves === undefined ? defaultWaves(targets) : readWaves(waves) }
}
