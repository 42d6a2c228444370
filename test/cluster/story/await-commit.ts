import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { Api } from '../api/api.ts'
import type { Engine } from '../engines/engine.ts'
import { waitFor } from '../process/wait-for.ts'
import type { Stage } from './stage.ts'

const patience = { seconds: 120 }

/** Waits until a commit is on the cluster, all of it and healthy; returns the seconds. A failure on the way is only said in the end. */
export async function arrive({ engine, api }: Stage, commit: string): Promise<number> {
  const start = performance.now()
  const poke = keepPoking(engine, api)
  const look = async () => {
    await poke()
    const progress = await engine.look(api, commit)
    if (progress.state === 'arrived') return { done: true }
    return { still: progress.state === 'failed' ? progress.reason : progress.detail }
  }
  await waitFor(`commit ${commit.slice(0, 8)} to arrive by ${engine.name}`, look, patience)
  return (performance.now() - start) / 1000
}

/** Waits until the engine says that a commit cannot be had, and returns why; the reason must match. */
export async function fail({ engine, api }: Stage, commit: string, expected: RegExp): Promise<string> {
  const poke = keepPoking(engine, api)
  const look = async () => {
    await poke()
    const progress = await engine.look(api, commit)
    if (progress.state === 'arrived') throw new CannotFinish(`${engine.name} took commit ${commit}, which is wrong`)
    return progress.state === 'failed' ? { done: progress.reason } : { still: progress.detail }
  }
  const reason = await waitFor(`${engine.name} to refuse commit ${commit.slice(0, 8)}`, look, patience)
  if (expected.test(reason)) return reason
  throw new CannotFinish(`${engine.name} says "${reason}", which does not match ${expected}`)
}

/** At once and then every few seconds, as an engine does by itself every few minutes: what comes in its work may be lost. */
function keepPoking(engine: Engine, api: Api): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - last < 10_000) return
    last = performance.now()
    await engine.poke(api)
  }
}
