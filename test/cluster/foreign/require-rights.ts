import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { type Api, messageOf } from '../api/api.ts'

/** Throws where the user of a context may not do everything: what is made could not be removed, perhaps. */
export async function requireRights({ send }: Api, context: string): Promise<void> {
  const answer = await send({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { verb: '*', group: '*', resource: '*' } },
    },
  })
  const { status } = answer.body as { readonly status?: { readonly allowed?: boolean } }
  if (answer.status < 300 && status?.allowed) return
  const why = answer.status < 300 ? 'it may not do everything' : messageOf(answer)
  throw new CannotFinish(
    `the user of context "${context}" must be an administrator of its cluster (cluster-admin), since the tests make namespaces, kinds and nodes there, and remove them: ${why}`,
  )
}
