import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { withMarks } from '../foreign/mark.ts'
import { type Api, messageOf, pathTo } from './api.ts'
import { type Manifest, nameReference, referenceTo } from './manifest.ts'

/** Whether an object is taken, and what the API server says of it. */
export interface Verdict {
  /** As the API server has it now, where it took it. */
  readonly object?: Manifest
  /** Why it did not. */
  readonly refusal?: string
  readonly warnings: readonly string[]
}

/** Server-side apply with strict field validation, as field manager `test`; with `dryRun` the API server only pretends. */
export async function tryApply(api: Api, manifest: Manifest, options?: { readonly dryRun: boolean }): Promise<Verdict> {
  const answer = await api.send({
    method: 'PATCH',
    path: await pathTo(api, referenceTo(manifest)),
    query: {
      fieldManager: 'test',
      fieldValidation: 'Strict',
      force: 'true',
      ...(options?.dryRun && { dryRun: 'All' }),
    },
    contentType: 'application/apply-patch+yaml',
    body: withMarks(manifest, api.marks),
  })
  const { status, body, warnings } = answer
  return status < 300 ? { object: body as Manifest, warnings } : { refusal: messageOf(answer), warnings }
}

/** Applies what must be taken. */
export async function apply(api: Api, manifest: Manifest): Promise<Manifest> {
  const { object, refusal } = await tryApply(api, manifest)
  if (object) return object
  throw new CannotFinish(`the API server refuses ${nameReference(referenceTo(manifest))}: ${refusal}`)
}
