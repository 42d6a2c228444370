import type { Api } from '../api/api.ts'
import { tryApply } from '../api/apply.ts'
import { type Manifest, nameReference, referenceTo } from '../api/manifest.ts'
import { makePod } from './make-pod.ts'
import type { ManifestSet } from './manifest-set.ts'

/** What the API server says against a set: refusals and warnings, each with the object. */
export interface Judgement {
  readonly objects: number
  readonly complaints: readonly string[]
}

/** Objects that were judged in the same namespaces before: most sets share most of theirs. */
export type Known = Map<string, readonly string[]>

/**
 * Applies a set's namespaces and service accounts, on which the rest depends, and has the API server pretend to apply the
 * rest and the pods of its workloads: a dry run does all but store – decoding, strict fields, defaults, validation,
 * admission – and a set need not be removed before the next one.
 */
export async function checkSet(api: Api, { manifests }: ManifestSet, known: Known): Promise<Judgement> {
  const isKept = ({ kind }: Manifest) => kind === 'Namespace' || kind === 'ServiceAccount'
  const kept = manifests.filter(isKept)
  const context = JSON.stringify(kept.filter(({ kind }) => kind === 'Namespace'))
  const early = kept.filter(({ kind }) => kind === 'Namespace')
  const complaints: string[] = []
  const judge = async (manifest: Manifest, dryRun: boolean) => complaints.push(...(await check(api, manifest, dryRun)))
  await Promise.all(early.map(manifest => judge(manifest, false)))
  await Promise.all(kept.filter(({ kind }) => kind !== 'Namespace').map(manifest => judge(manifest, false)))
  const rest = manifests
    .filter(manifest => !isKept(manifest))
    .flatMap(manifest => [manifest, makePod(manifest) ?? []].flat())
  await Promise.all(
    rest.map(async manifest => {
      const key = `${context}${JSON.stringify(manifest)}`
      const found = known.get(key) ?? (await check(api, manifest, true))
      known.set(key, found)
      complaints.push(...found)
    }),
  )
  return { objects: kept.length + rest.length, complaints }
}

async function check(api: Api, manifest: Manifest, dryRun: boolean): Promise<readonly string[]> {
  const { refusal, warnings } = await tryApply(api, manifest, { dryRun })
  const name = nameReference(referenceTo(manifest))
  return [...(refusal ? [`${name} is refused: ${refusal}`] : []), ...warnings.map(warning => `${name}: ${warning}`)]
}
