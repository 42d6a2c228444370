import { emitResource } from '../emit/emit.ts'
import type { Resource, ResourceId } from '../model/resource.ts'
import { isNamespaced } from '../tables/tables.ts'

/** A file to be written. */
export interface OutputFile {
  readonly path: string
  readonly text: string
}

/**
 * A file for each resource, as `kustomize build -o` of 5.8.1 names them in a folder: group, version, kind and name in
 * lower case, and before them the namespace where there are several. Two resources of one name are a fault, and so is a
 * name that is no file name; kustomize writes over the first, and stops half-way.
 */
export function nameFiles(resources: readonly Resource[]): readonly OutputFile[] | { readonly fault: string } {
  const namespaces = new Set(resources.flatMap(({ id }) => namespaceOf(id) ?? []))
  const files = new Map<string, OutputFile>()
  for (const { id, root } of resources) {
    const path = nameFile(id, namespaces.size > 1)
    if (path.includes('/')) return { fault: `${id.kind} "${id.name}" cannot be a file, "${path}": it has a slash` }
    if (files.has(path)) return { fault: `two resources would be the file "${path}"; print them into one file instead` }
    files.set(path, { path, text: emitResource(root) })
  }
  return [...files.values()]
}

function nameFile(id: ResourceId, hasSeveralNamespaces: boolean): string {
  const namespace = hasSeveralNamespaces ? namespaceOf(id) : undefined
  const type = [...id.apiVersion.split('/'), id.kind].filter(part => part !== '')
  return `${[...(namespace === undefined ? [] : [namespace]), ...type, id.name].join('_').toLowerCase()}.yaml`
}

/** Undefined for what lives in none. */
function namespaceOf({ apiVersion, kind, namespace = 'default' }: ResourceId): string | undefined {
  return isNamespaced(apiVersion, kind) === false ? undefined : namespace
}
