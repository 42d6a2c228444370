import { setTimeout as sleep } from 'node:timers/promises'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'

export interface Patience {
  readonly seconds: number
  /** Called before each look: throws where there is nothing to wait for any more. */
  readonly assertAlive?: () => void
}

/** What a look saw: the thing itself, or how far it has come. */
export type Look<T> = { readonly done: T } | { readonly still: string }

/** Looks again and again until it is done; when patience ends, the error says what the last look saw. */
export async function waitFor<T>(what: string, look: () => Promise<Look<T>>, patience: Patience): Promise<T> {
  const deadline = performance.now() + patience.seconds * 1000
  while (true) {
    patience.assertAlive?.()
    const seen = await look()
    if ('done' in seen) return seen.done
    if (performance.now() > deadline)
      throw new CannotFinish(`waited ${patience.seconds} s in vain for ${what}: ${seen.still}`)
    await sleep(100)
  }
}
