import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileOf, type KindName } from './file-of.ts'
import kindsOf from './kinds.json' with { type: 'json' }

/** The Kubernetes versions that there are schemas for (`1.34`), oldest first. */
export const versions: readonly Version[] = Object.keys(kindsOf) as Version[]

export type Version = keyof typeof kindsOf

/** Where the schemas are: the folder that kubeconform takes as its -schema-location. */
export const location: string = dirname(createRequire(import.meta.url).resolve('kubernetes-json-schema/package.json'))

/** The file of a kind's schema in a Kubernetes version, absolute; none where that version does not have the kind. */
export function findSchemaFile(version: Version, name: KindName): string | undefined {
  return hasKind(version, name) ? join(location, folderOf(version), fileOf(name)) : undefined
}

/** The versions that have a kind, oldest first: `['1.36', '1.37']` says that it exists since 1.36. */
export function listVersionsWith(name: KindName): readonly Version[] {
  return versions.filter(version => hasKind(version, name))
}

/** Every kind of a version, to find the one that was meant. */
export function listKinds(version: Version): readonly KindName[] {
  return Object.entries(kindsOf[version]).flatMap(([apiVersion, kinds]) => kinds.map(kind => ({ apiVersion, kind })))
}

function hasKind(version: Version, { apiVersion, kind }: KindName): boolean {
  const kinds: Readonly<Record<string, readonly string[]>> = kindsOf[version]
  return Object.hasOwn(kinds, apiVersion) && (kinds[apiVersion]?.includes(kind) ?? false)
}

const folderOf = (version: Version): string => `v${version}.0-standalone-strict`
