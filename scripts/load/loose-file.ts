import { dirname } from 'node:path'
import { parseDocuments, readResources, toValue } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Loaded } from '../model/loaded.ts'
import type { Manifest, Resource } from '../model/resource.ts'
import { classifyDocuments, classifyName } from './classify.ts'
import { readCompose, toConfigMap } from './compose/read-compose.ts'
import { readNginx } from './compose/read-nginx.ts'
import { fileOf } from './compose/tree.ts'
import { nothing } from './merge-loaded.ts'
import { readText } from './read-text.ts'
import { isBelowKustomization } from './walk.ts'

/** What a file outside of every kustomization holds: resources, for which a unit must be found yet, and all else. */
export interface LooseFile {
  readonly resources: readonly Resource[]
  readonly rest: Loaded
}

export interface LooseFileOptions {
  /** Whether the user named this very file, so that it must be something. */
  readonly isNamed: boolean
  nameOf(path: string): string
}

/** Reads what pays to be read: the name alone settles the rest. */
export function readLooseFile(file: string, options: LooseFileOptions): LooseFile {
  const kind = classifyName(file)
  if (kind === 'other' && !options.isNamed) return rest({})
  const read = readText(file)
  if ('diagnostic' in read) return rest({ diagnostics: [read.diagnostic] })
  switch (kind) {
    case 'config':
      return rest(configFile(file, read.text, options))
    case 'compose':
      return rest(readCompose(file, read.text, options.nameOf))
    case 'nginx':
      return rest({ compositions: [readNginx(file, read.text, options.nameOf)] })
    default:
      return readDocuments(read.text, file, options)
  }
}

function readDocuments(text: string, file: string, { isNamed, nameOf }: LooseFileOptions): LooseFile {
  const { documents, diagnostics } = parseDocuments(text, file)
  if (diagnostics.length > 0) return rest({ diagnostics })
  if (documents.length === 0) return rest({ empty: 1, diagnostics: [emptyFile(file)] })
  switch (classifyDocuments(file, documents)) {
    case 'manifests':
      return readManifests(text, file)
    case 'config':
      return rest(configFile(file, text, { nameOf }))
    case 'compose':
      return rest(readCompose(file, text, nameOf))
    default:
      return isNamed ? rest({ diagnostics: [notManifest(file)] }) : skip(nameOf(file), 'not a Kubernetes manifest')
  }
}

/** The file's resources; an embedded List is taken apart. */
function readManifests(text: string, file: string): LooseFile {
  const { resources, diagnostics } = readResources(text, file)
  return {
    resources: resources.map(resource => ({ ...resource, value: toValue(resource.root) as Manifest })),
    rest: { ...nothing, diagnostics },
  }
}

function configFile(file: string, text: string, { nameOf }: Pick<LooseFileOptions, 'nameOf'>): Partial<Loaded> {
  const config = { file, text, isWhole: !isBelowKustomization(dirname(file)) }
  const resources = [toConfigMap({ path: file, content: fileOf(file, text) })]
  const unit = { name: nameOf(file), kind: 'compose', complete: false, resources } as const
  return { compositions: [{ file, config, files: [file], unit }] }
}

function rest(part: Partial<Loaded>): LooseFile {
  return { resources: [], rest: { ...nothing, ...part } }
}

function skip(what: string, reason: string): LooseFile {
  return rest({ skipped: [{ what, reason }] })
}

function emptyFile(file: string): Diagnostic {
  return {
    code: 'empty-file',
    severity: 'error',
    message: 'the file holds no document',
    fix: 'fill or delete it',
    source: { file, line: 1, column: 1 },
  }
}

function notManifest(file: string): Diagnostic {
  return {
    code: 'not-a-manifest',
    severity: 'error',
    message: 'the file is neither a Kubernetes manifest (it has no apiVersion and kind) nor a FogFlow config.json',
    fix: 'name a kustomization, a folder, a manifest or a config.json',
    source: { file, line: 1, column: 1 },
  }
}
