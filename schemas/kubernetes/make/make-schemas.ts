import { fileURLToPath } from 'node:url'
import { fileOf } from '../file-of.ts'
import { readCustomResource } from './custom-resources.ts'
import { draft } from './json-schema.ts'
import { findKinds, type Kind, schemaOfKind } from './kinds.ts'
import { completeDefinitions, convertDefinitions, reachableFrom } from './kubernetes-definitions.ts'
import { nameFormOf } from './name-forms.ts'
import { type Files, formatDefinitions, writeFiles } from './output.ts'
import { readModule, type SourceFile, sha256 } from './read-module.ts'
import { shareSchemas } from './share-schemas.ts'
import { customResources, goCodeFile, openApiFile, releases } from './sources.ts'

const definitionsFile = '_definitions.json'
const objectMeta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'

interface Made {
  readonly files: Files
  readonly kinds: readonly Kind[]
  readonly sources: readonly SourceFile[]
}

/** Makes the schemas of all releases anew from their sources. Needs Go and unzip; no user of the schemas does. */
export function makeSchemas(): Files {
  const made = releases.map(release => {
    const sources = readModule(release, [openApiFile, goCodeFile])
    return { minor: Number(release.version.split('.')[1]), sources, definitions: definitionsOf(sources) }
  })
  const newest = made.at(-1)?.definitions ?? {}
  const custom = makeCustomResources(convertDefinitions(newest, reachableFrom([objectMeta, 'dns-subdomain'], newest)))
  const perRelease = made.map(({ minor, sources, definitions }) =>
    makeRelease(minor, sources, definitions, custom.kinds),
  )
  const files = Object.assign({}, custom.files, ...perRelease.map(release => release.files)) as Files
  const kinds = Object.fromEntries(perRelease.map(({ kinds }, index) => [`1.${made[index]?.minor}`, listKinds(kinds)]))
  const sources = [custom, ...perRelease].flatMap(part => part.sources)
  return { ...files, 'kinds.json': toJson(kinds), 'provenance.json': toJson(provenance(sources, files)) }
}

function definitionsOf([openApi, goCode]: readonly SourceFile[]) {
  return completeDefinitions(openApi?.text ?? '', goCode?.text ?? '')
}

function makeRelease(
  minor: number,
  sources: readonly SourceFile[],
  all: ReturnType<typeof definitionsOf>,
  custom: readonly Kind[],
): Made {
  const folder = `v1.${minor}.0-standalone-strict`
  const kinds = findKinds(all)
  const forms = kinds.map(kind => nameFormOf(kind, minor))
  const names = reachableFrom([...kinds.map(kind => kind.definition), ...forms], all)
  const files = {
    [`${folder}/${definitionsFile}`]: formatDefinitions(convertDefinitions(all, names)),
    ...filesOf(kinds, kind => [
      `${folder}/${fileOf(kind)}`,
      schemaOfKind(kind, definitionsFile, nameFormOf(kind, minor)),
    ]),
    ...filesOf(custom, kind => [`${folder}/${fileOf(kind)}`, { $schema: draft, $ref: `../crds/${fileOf(kind)}` }]),
  }
  return { files, kinds: [...kinds, ...custom], sources }
}

/** The schemas of custom resources hold for every release, so they stand in a folder of their own, once. */
function makeCustomResources(metadata: ReturnType<typeof convertDefinitions>): Made {
  const sources = customResources.flatMap(module => readModule(module, module.files))
  const kinds = sources.flatMap(source => readCustomResource(source.text))
  const definitions = Object.fromEntries(kinds.map(({ definition, schema }) => [definition, schema]))
  const files = {
    [`crds/${definitionsFile}`]: formatDefinitions(shareSchemas({ ...definitions, ...metadata })),
    ...filesOf(kinds, kind => [`crds/${fileOf(kind)}`, schemaOfKind(kind, definitionsFile, 'dns-subdomain')]),
  }
  return { files, kinds, sources }
}

function filesOf(kinds: readonly Kind[], make: (kind: Kind) => [path: string, schema: unknown]): Files {
  const files: Record<string, string> = {}
  for (const kind of kinds) {
    const [path, schema] = make(kind)
    if (files[path]) throw new Error(`two kinds have the file ${path}`)
    files[path] = `${JSON.stringify(schema)}\n`
  }
  return files
}

/** apiVersion → kinds, both sorted. */
function listKinds(kinds: readonly Kind[]): Readonly<Record<string, readonly string[]>> {
  const versions = [...new Set(kinds.map(kind => kind.apiVersion))].sort()
  return Object.fromEntries(
    versions.map(version => [
      version,
      kinds
        .filter(kind => kind.apiVersion === version)
        .map(kind => kind.kind)
        .sort(),
    ]),
  )
}

function provenance(sources: readonly SourceFile[], files: Files) {
  return {
    sources: sources.map(({ text: _, ...source }) => source),
    outputs: Object.fromEntries(
      Object.keys(files)
        .sort()
        .map(path => [path, sha256(files[path] ?? '')]),
    ),
  }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

writeFiles(fileURLToPath(new URL('..', import.meta.url)), makeSchemas())
