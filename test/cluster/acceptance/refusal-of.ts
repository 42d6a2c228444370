import { type Api, messageOf } from '../api/api.ts'
import { tryApply } from '../api/apply.ts'
import type { Manifest } from '../api/manifest.ts'

/** Why an API server does not take a manifest; undefined where it does. A kind that it does not know is refused, too. */
export const refusalOf = (api: Api, manifest: Manifest): Promise<string | undefined> =>
  placeAndTry(api, manifest, placed => tryApply(api, placed, { dryRun: true }))

/**
 * The same of a POST. It decodes what server-side apply converts: that makes 1215752191 replicas of 99999999999 without a
 * word, since the field has 32 bits, and it cannot leave the name to the API server.
 */
export const refusalOfNew = (api: Api, manifest: Manifest): Promise<string | undefined> =>
  placeAndTry(api, manifest, async placed => {
    const { apiVersion, kind, metadata } = placed
    const path = await api.paths(apiVersion, kind, metadata.namespace)
    const query = { fieldValidation: 'Strict', dryRun: 'All' }
    const answer = await api.send({ method: 'POST', path, query, body: placed })
    return answer.status < 300 ? {} : { refusal: messageOf(answer) }
  })

const placeAndTry = (
  api: Api,
  manifest: Manifest,
  tryOne: (placed: Manifest) => Promise<{ readonly refusal?: string }>,
): Promise<string | undefined> =>
  inDefault(api, manifest)
    .then(tryOne)
    .then(
      ({ refusal }) => refusal,
      ({ message }: Error) => message,
    )

/** What names no namespace goes into the one that clients take then, unless its kind is in none. */
export async function inDefault({ paths }: Api, manifest: Manifest): Promise<Manifest> {
  const { apiVersion, kind, metadata = {} as Manifest['metadata'] } = manifest
  const isNamespaced = (await paths(apiVersion, kind, 'default')).includes('/namespaces/default/')
  const place = metadata.namespace || !isNamespaced ? {} : { namespace: 'default' }
  return { ...manifest, metadata: { ...metadata, ...place } }
}
