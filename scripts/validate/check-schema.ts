import { findSchemaFile, listKinds, listVersionsWith, type Version } from 'kubernetes-json-schema'
import { positionOf } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/resource.ts'
import { describeError } from '../schema/describe-error.ts'
import { findErrors } from '../schema/find-errors.ts'
import type { Schemas } from '../schema/open-schemas.ts'
import { nearest } from '../text/nearest.ts'
import { decrypted } from './decrypted.ts'

/** What the schema of a resource's kind says against it: nothing where it is valid. */
export function checkSchema(resource: Resource, version: Version, schemas: Schemas): readonly Diagnostic[] {
  const file = findSchemaFile(version, resource.id)
  if (file === undefined) return [missingSchema(resource, version)]
  return findErrors(schemas.check(file), decrypted(resource)).map(error => {
    const { at, ...described } = describeError(error)
    const { file, line, column } = positionOf(resource.root, described.path, at)
    return { ...described, severity: 'error', source: { file, line, column }, resource: resource.id }
  })
}

/** Not knowing a kind is an error: what nobody checked is not known to be right. */
function missingSchema(resource: Resource, version: Version): Diagnostic {
  const { apiVersion, kind } = resource.id
  const path = [isKind(kind, version) ? 'apiVersion' : 'kind']
  const { file, line, column } = positionOf(resource.root, path)
  return {
    code: 'no-schema',
    severity: 'error',
    message: `Kubernetes ${version} has no ${kind} in ${apiVersion}`,
    fix: howToKnow(resource, version),
    source: { file, line, column },
    resource: resource.id,
    path,
  }
}

/** Whether some API group has that kind, so that it is the group or its version that is wrong. */
function isKind(kind: string, version: Version): boolean {
  return listKinds(version).some(known => known.kind === kind)
}

function howToKnow({ id }: Resource, version: Version): string {
  const versions = listVersionsWith(id)
  if (versions.length > 0)
    return `use an apiVersion of that version, or clusters of ${versions[0]} (--kubernetes ${versions[0]})`
  const kinds = listKinds(version)
  const elsewhere = kinds.filter(({ kind }) => kind === id.kind).map(({ apiVersion }) => apiVersion)
  if (elsewhere.length > 0) return `write apiVersion: ${elsewhere.join(' or ')}`
  const near = nearest(id.kind, new Set(kinds.map(({ kind }) => kind)))
  return near === undefined
    ? 'check apiVersion and kind; if a CRD of yours defines it, ignore this with a reason'
    : `did you mean "${near}"?`
}
