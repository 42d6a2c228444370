import type { Api } from '../cluster-api/api.ts'
import type { Scene } from './scene.ts'

/** Reads each path once, so that the checks of one look judge the same cluster. */
export function rememberReads(api: Api): Scene['read'] {
  const known = new Map<string, Promise<unknown>>()
  return path => {
    const answer = known.get(path) ?? api.send({ path })
    known.set(path, answer)
    return answer
  }
}
