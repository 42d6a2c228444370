import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './is-alive.ts'
import { stopAll } from './stop-all.ts'

/** Keys, kubeconfigs, data and logs of clusters: a folder each, outside the repository. */
export const states = join(process.env.XDG_STATE_HOME || join(homedir(), '.local/state'), 'fogflow-gitops/clusters')

/** A new, empty folder for a cluster that lives as long as process `owner`, or, without one, until it is taken down. */
export function openState(name: string, owner?: number): string {
  const state = join(states, name)
  mkdirSync(states, { recursive: true, mode: 0o700 })
  mkdirSync(state, { mode: 0o700 })
  if (owner !== undefined) writeFileSync(ownerOf(state), `${owner}\n`)
  return state
}

const ownerOf = (state: string) => join(state, 'owner')

/** Names of all clusters that there are traces of. */
export function listStates(): readonly string[] {
  try {
    return readdirSync(states).sort()
  } catch {
    return []
  }
}

/** Whether the run that a cluster belongs to has ended: nobody needs it any more. */
export function isOrphan(name: string): boolean {
  const owner = readOwner(join(states, name))
  return owner !== undefined && !isAlive(owner)
}

function readOwner(state: string): number | undefined {
  try {
    return Number(readFileSync(ownerOf(state), 'utf8'))
  } catch {
    return undefined
  }
}

/** Ends a cluster's processes and removes its folder, logs too. */
export async function removeState(name: string): Promise<void> {
  const state = join(states, name)
  await stopAll(state)
  rmSync(state, { recursive: true, force: true })
}
