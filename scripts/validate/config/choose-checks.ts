import { type FogflowComponent, newestRelease, releaseOfTag } from '../read/program.ts'
import type { ConfigChecks } from './check-text.ts'
import type { ConfigSchemas } from './config-schemas.ts'
import type { ConfigReader } from './find-configs.ts'

export interface ReleaseChecks extends ConfigChecks {
  readonly release: string
}

/**
 * The checks for a config with these readers: each release for itself. A release without a schema of its own is
 * held to the newest one as far as all releases agree: syntax, and the types of the keys that both know.
 */
export function checksForReaders(readers: readonly ConfigReader[], schemas: ConfigSchemas): readonly ReleaseChecks[] {
  const byRelease = new Map<string, FogflowComponent[]>()
  for (const { component, tag } of readers) {
    const release = releaseOfTag(tag)
    byRelease.set(release, [...(byRelease.get(release) ?? []), component])
  }
  return [...byRelease].map(([release, components]) => checksForRelease(release, schemas, () => components))
}

export function checksForRelease(
  release: string,
  schemas: ConfigSchemas,
  componentsOf: ConfigChecks['componentsOf'],
): ReleaseChecks {
  const own = schemas.find(release)
  const schema = own ?? schemas.find(newestRelease)
  if (!schema) throw new Error(`there is no schema for the config of FogFlow ${newestRelease}`)
  return { release, schema, componentsOf, isExact: own !== undefined }
}

/** Nobody says who reads a config that stands alone: a cloud's has a master or designer in it, an edge's has neither. */
export function componentsOfWholeConfig(config: unknown): readonly FogflowComponent[] {
  const isCloud = typeof config === 'object' && config !== null && ('master' in config || 'designer' in config)
  return isCloud ? ['discovery', 'broker', 'master', 'worker', 'designer'] : ['broker', 'worker']
}
