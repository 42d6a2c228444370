import type { Api } from '../cluster-api/api.ts'
import { ApiFailure } from '../cluster-api/api-failure.ts'
import { CannotFinish } from '../model/cannot-finish.ts'

/** Makes sure that there is an API server which knows the user; throws CannotFinish, with the remedy, where there is none. */
export async function reach(api: Api): Promise<void> {
  try {
    await api.send({ path: '/version' })
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    throw new CannotFinish(explain(api, error))
  }
}

function explain({ context, server }: Api, { status, message }: ApiFailure): string {
  if (status === undefined)
    return `${message}: start the cluster, or choose another context than "${context}" with --context (a kubeconfig outlives its cluster)`
  if (status === 401)
    return `${server} does not know the user of context "${context}" (${message}): log in anew, or choose another context with --context`
  if (status === 403)
    return `${server} lets the user of context "${context}" see nothing (${message}): choose another context with --context`
  return `${server} of context "${context}" is no API server that works: ${message}`
}
