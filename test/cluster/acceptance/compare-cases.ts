import type { Version } from 'kubernetes-json-schema'
import { parse } from 'yaml'
import { faultsIn, manifestCases } from '../../../schemas/kubernetes/testing/manifest-cases.ts'
import type { Api } from '../api/api.ts'
import type { Manifest } from '../api/manifest.ts'
import type { Compared } from './compare-verdicts.ts'
import { refusalOf, refusalOfNew } from './refusal-of.ts'

/** Tries the manifests that show what the schemas take and refuse on an API server. */
export async function compareCases(api: Api, version: Version): Promise<readonly Compared[]> {
  const compared: Compared[] = []
  for (const one of manifestCases) {
    const manifest = parse(one.yaml) as Manifest
    const applied = manifest.metadata?.name === undefined ? undefined : await refusalOf(api, manifest)
    const refusal = applied ?? (await refusalOfNew(api, manifest))
    compared.push({ name: one.what, found: faultsIn(one, version), refusal })
  }
  return compared
}
