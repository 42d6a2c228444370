import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { Send } from './request.ts'

interface ResourceType {
  readonly name: string
  readonly kind: string
  readonly namespaced: boolean
}

/** Where the objects of a kind are, in a namespace or in all of them. */
export type Paths = (apiVersion: string, kind: string, namespace?: string) => Promise<string>

/** Asks the API server once for each apiVersion; again for a kind that it did not have, since CRDs come later. */
export function openPaths(send: Send): Paths {
  const known = new Map<string, Promise<readonly ResourceType[]>>()
  const discover = (root: string) => {
    const answer = send({ path: root }).then(({ body }) => (body as { resources?: ResourceType[] }).resources ?? [])
    known.set(root, answer)
    return answer
  }
  return async (apiVersion, kind, namespace) => {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
    const find = (types: readonly ResourceType[]) => types.find(type => type.kind === kind && !type.name.includes('/'))
    const type = find((await known.get(root)) ?? []) ?? find(await discover(root))
    if (!type) throw new CannotFinish(`the API server does not know ${kind} of ${apiVersion}`)
    return `${root}${type.namespaced && namespace ? `/namespaces/${namespace}` : ''}/${type.name}`
  }
}
