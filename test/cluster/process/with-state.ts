import { isOrphan, listStates, openState, removeState } from './state.ts'
import { watchParent } from './watch-parent.ts'

/**
 * Runs something with a state folder of its own. Whatever it starts ends with it, or with this process. The folder, and
 * the logs in it, stays where it fails, until the next run.
 */
export async function withState<T>(name: string, run: (state: string) => Promise<T>): Promise<T> {
  for (const other of listStates().filter(isOrphan)) await removeState(other)
  const state = openState(name, process.pid)
  const watchdog = watchParent(state)
  let isDone = false
  try {
    const result = await run(state)
    isDone = true
    return result
  } finally {
    await watchdog.endAll()
    if (isDone) await removeState(name)
  }
}
