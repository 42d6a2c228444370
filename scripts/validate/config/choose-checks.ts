import type { ConfigChecks } from './check-text.ts'
import type { ComponentName, FogFlowImage } from './components.ts'
import type { ConfigSchemas } from './config-schemas.ts'

/** The release behind the tags that FogFlow moves to whatever it built last. */
const newest = '3.2.8'
const movingTags: ReadonlySet<string> = new Set(['latest', 'k8s'])

export interface ReleaseChecks extends ConfigChecks {
  readonly release: string
}

/**
 * The checks for a config that these images read: each release for itself. A release without a schema of its own is
 * held to the newest one as far as all releases agree: syntax, and the types of the keys that both know.
 */
export function checksForImages(images: readonly FogFlowImage[], schemas: ConfigSchemas): readonly ReleaseChecks[] {
  const byRelease = new Map<string, ComponentName[]>()
  for (const { component, tag } of images) {
    const release = movingTags.has(tag) ? newest : tag
    byRelease.set(release, [...(byRelease.get(release) ?? []), component])
  }
  return [...byRelease].map(([release, components]) => checksForRelease(release, schemas, () => components))
}

export function checksForRelease(
  release: string,
  schemas: ConfigSchemas,
  componentsOf: ConfigChecks['componentsOf'] = componentsOfBareConfig,
): ReleaseChecks {
  const own = schemas.find(release)
  const schema = own ?? schemas.find(newest)
  if (!schema) throw new Error(`there is no schema for the config of FogFlow ${newest}`)
  return { release, schema, componentsOf, isExact: own !== undefined }
}

/** Nobody says who reads a config that stands alone: the cloud's has a master or designer in it, an edge has neither. */
function componentsOfBareConfig(config: unknown): readonly ComponentName[] {
  const isCloud = typeof config === 'object' && config !== null && ('master' in config || 'designer' in config)
  return isCloud ? ['discovery', 'broker', 'master', 'worker', 'designer'] : ['broker', 'worker']
}
