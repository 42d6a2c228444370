import { listVersionsWith, type Version, versions } from 'kubernetes-json-schema'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Unit } from '../model/unit.ts'

const [oldest = '1.34'] = versions

/** The version that a user asked for (`1.36`, `v1.36.2`), or the oldest one there are schemas for. */
export function readVersion(requested: string | undefined): Version {
  if (requested === undefined) return oldest
  const minor = /^v?(\d+\.\d+)(\.\d+)?$/.exec(requested)?.[1]
  const version = versions.find(known => known === minor)
  if (version) return version
  throw new CannotFinish(
    `there are no schemas for Kubernetes ${JSON.stringify(requested)}, only for ${versions.join(', ')}`,
  )
}

/**
 * The version a unit is checked against: the one asked for, or that of the unit's cluster. Where neither is known, it is the first one from `version` on that has
 * all its kinds: an overlay with a feature for newer clusters is meant for those.
 */
export function versionOf(unit: Unit, version: Version, own: string | undefined, isRequested: boolean): Version {
  if (isRequested) return version
  const declared = versions.find(known => known === own)
  if (declared) return declared
  const needed = unit.resources.map(({ id }) => listVersionsWith(id)).filter(found => found.length > 0)
  const later = versions.slice(versions.indexOf(version))
  return later.find(candidate => needed.every(found => found.includes(candidate))) ?? version
}
