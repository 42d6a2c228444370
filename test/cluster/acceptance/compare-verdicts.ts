import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Version } from 'kubernetes-json-schema'
import { openSchemas } from '../../../scripts/schema/open-schemas.ts'
import { createConfigChecker } from '../../../scripts/validate/config/check-configs.ts'
import { openConfigSchemas } from '../../../scripts/validate/config/config-schemas.ts'
import { decrypted } from '../../../scripts/validate/decrypted.ts'
import type { JudgedResource } from '../../../scripts/validate/judge-resource.ts'
import { judgeUnit } from '../../../scripts/validate/judge-unit.ts'
import { readSites } from '../../../scripts/validate/testing/read-sites.ts'
import { root } from '../../clusters/matrix.ts'
import type { Api } from '../api/api.ts'
import { apply, tryApply } from '../api/apply.ts'
import { type Manifest, nameReference, referenceTo } from '../api/manifest.ts'
import { inDefault, refusalOf } from './refusal-of.ts'

const testdata = join(root, 'scripts/validate/rules/testdata')

/** An object of a fixture, with what `npm run validate` and what the API server say of it. */
export interface Compared {
  readonly name: string
  /** Codes of the errors found. */
  readonly found: readonly string[]
  readonly refusal: string | undefined
}

/** Tries the objects of all fixtures of the rules, those that pass and those that fail, on an API server. */
export async function compareVerdicts(api: Api, version: Version): Promise<readonly Compared[]> {
  const schemas = openSchemas()
  const checks = {
    schemas,
    configs: createConfigChecker(openConfigSchemas(join(root, 'schemas/fogflow'), schemas), '3.2.8'),
  }
  const compared: Compared[] = []
  for (const file of listFixtures())
    for (const unit of readSites(file)) {
      const { resources } = judgeUnit(unit, version, checks)
      const manifests = resources.map(({ resource }) => resource.value as unknown as Manifest)
      await makeSurroundings(api, manifests)
      for (const judged of resources) compared.push(await compare(api, file.slice(testdata.length + 1), judged))
    }
  return compared
}

async function compare(api: Api, file: string, { resource, diagnostics }: JudgedResource): Promise<Compared> {
  const manifest = decrypted(resource) as unknown as Manifest
  return {
    name: `${file}: ${nameReference(referenceTo(manifest))}`,
    found: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    refusal: await refusalOf(api, manifest),
  }
}

const listFixtures = (): readonly string[] =>
  readdirSync(testdata, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => join(testdata, name))
    .sort()

/** An object in a namespace can only be judged where there is one, and a pod where its service account is. */
async function makeSurroundings(api: Api, manifests: readonly Manifest[]): Promise<void> {
  for (const name of new Set(manifests.flatMap(({ metadata }) => metadata.namespace ?? [])))
    await apply(api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
  for (const account of manifests.filter(({ kind }) => kind === 'ServiceAccount'))
    await tryApply(api, await inDefault(api, account))
}
