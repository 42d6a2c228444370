import type { BuildContext } from '../build/target.ts'
import type { Kustomization } from '../kustomization/fields.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { childAt, nodeAt } from '../node/node-at.ts'
import { toValue } from '../node/to-value.ts'
import { type Loader, readSource } from '../source/loader.ts'
import type { OpenApiDefinitions } from '../tables/reduce-open-api.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'

/** What an OpenAPI document says of types. */
export interface CustomSchema {
  readonly definitions: OpenApiDefinitions
  /** Whether objects live in namespaces, by `apiVersion kind`; from the paths of the API. */
  readonly namespaced: ReadonlyMap<string, boolean>
}

/** The release that kustomize 5.8.1 carries. */
const builtinVersion = 'v1.21.2'

/** The schema that an `openapi` field asks for; undefined where it asks for none, or (after a report) for nonsense. */
export function readOpenApi(
  openapi: Kustomization['openapi'],
  loader: Loader,
  build: BuildContext,
): CustomSchema | 'builtin' | undefined {
  const path = openapi?.get('path')
  const version = openapi?.get('version')
  if (path !== undefined && version !== undefined) {
    const message = 'builtin version and custom schema provided, cannot use both'
    return refuse(build, 'version-and-path', message, 'remove one of the two', version)
  }
  if (path !== undefined) return readSchema(path, loader, build)
  if (version === undefined || version.text === '') return undefined
  if (version.text === builtinVersion) return 'builtin'
  const message = `the specified OpenAPI version is not built in: "${version.text}"`
  return refuse(
    build,
    'unknown-version',
    message,
    `write ${builtinVersion}, or name a schema file by \`path\``,
    version,
  )
}

function readSchema(path: ScalarNode, loader: Loader, build: BuildContext): CustomSchema | undefined {
  const file = readSource(loader, path)
  if (file === undefined) return undefined
  return loader.cache.remember('openapi', file, () => {
    const { documents, diagnostics } = parseDocuments(file.content, file.path, { dialect: 'v2' })
    diagnostics.forEach(build.report)
    const [document] = documents
    if (document?.kind === 'map') return toSchema(document)
    return refuse(build, 'wrong-type', `${path.text} is no OpenAPI document`, 'write a map with definitions', path)
  })
}

function toSchema(document: Node): CustomSchema {
  const definitions = childAt(document, 'definitions')
  const value = definitions?.kind === 'map' ? toValue(definitions) : {}
  return { definitions: value as OpenApiDefinitions, namespaced: readScopes(childAt(document, 'paths')) }
}

/** A type whose objects are read below `namespaces/{namespace}` has namespaces; one that is only read elsewhere has not. */
function readScopes(paths: Node | undefined): ReadonlyMap<string, boolean> {
  const scopes = new Map<string, boolean>()
  for (const [path, { value }] of paths?.kind === 'map' ? paths.entries : []) {
    const type = readType(value)
    if (type === undefined) continue
    if (path.includes('namespaces/{namespace}')) scopes.set(type, true)
    else if (!scopes.has(type)) scopes.set(type, false)
  }
  return scopes
}

/** The `apiVersion kind` that a path's `get` answers with. */
function readType(path: Node): string | undefined {
  const type = nodeAt(path, ['get', 'x-kubernetes-group-version-kind'])
  if (type === undefined) return undefined
  const [group = '', version, kind] = ['group', 'version', 'kind'].map(key => {
    const part = childAt(type, key)
    return part?.kind === 'scalar' ? part.text : undefined
  })
  if (version === undefined || kind === undefined) return undefined
  return `${group === '' ? '' : `${group}/`}${version} ${kind}`
}

function refuse(build: BuildContext, code: string, message: string, fix: string, { at }: ScalarNode): undefined {
  build.report({ code, severity: 'error', message, fix, source: at })
  return undefined
}
