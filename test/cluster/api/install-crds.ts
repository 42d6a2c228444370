import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { waitFor } from '../process/wait-for.ts'
import type { Api } from './api.ts'
import { apply } from './apply.ts'
import { type Manifest, referenceTo } from './manifest.ts'
import { read } from './objects.ts'

interface Crd extends Manifest {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] }
}

/** Applies the CustomResourceDefinitions in a folder of YAML files, and waits until objects of them can be made. */
export async function installCrds(api: Api, folder: string): Promise<void> {
  const crds = readManifests(folder).filter(({ kind }) => kind === 'CustomResourceDefinition')
  await Promise.all(crds.map(crd => apply(api, crd)))
  for (const crd of crds) await waitFor(crd.metadata.name, () => lookAtCrd(api, crd), { seconds: 30 })
}

async function lookAtCrd(api: Api, crd: Manifest) {
  const { status } = (await read<Crd>(api, referenceTo(crd))) ?? {}
  const isEstablished = status?.conditions?.some(({ type, status }) => type === 'Established' && status === 'True')
  return isEstablished ? { done: true } : { still: 'it is not established' }
}

/** All objects in the YAML files of a folder. */
function readManifests(folder: string): readonly Manifest[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  return files.flatMap(name => parseManifests(readFileSync(join(folder, name), 'utf8')))
}

/** The objects of a YAML text. */
export const parseManifests = (text: string): readonly Manifest[] =>
  parseAllDocuments(text).flatMap(document => (document.contents ? [document.toJS() as Manifest] : []))
