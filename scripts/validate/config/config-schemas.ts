import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Schemas } from '../../schema/open-schemas.ts'
import type { Check, Schema } from '../../schema/schema.ts'
import type { FogflowComponent } from '../read/program.ts'

/** The schema of one release's config.json. */
export interface ConfigSchema {
  /** Every key of every reader. */
  readonly whole: Check
  /** What one component needs. */
  ofComponent(component: FogflowComponent): Check
  /** The schema as data, with what it says about keys beside their form. */
  readonly source: Schema
}

export interface ConfigSchemas {
  /** Releases with a schema, in the order of their names. */
  readonly releases: readonly string[]
  find(release: string): ConfigSchema | undefined
}

const pattern = /^config-(.+)\.schema\.json$/

/** The schemas in a folder, one file a release. */
export function openConfigSchemas(folder: string, schemas: Schemas): ConfigSchemas {
  const releases = readdirSync(folder).flatMap(name => pattern.exec(name)?.[1] ?? [])
  return {
    releases: releases.sort(),
    find(release) {
      if (!releases.includes(release)) return undefined
      const file = join(folder, `config-${release}.schema.json`)
      return {
        whole: schemas.check(file),
        ofComponent: component => schemas.check(file, `/$defs/${component}`),
        source: schemas.read(file),
      }
    },
  }
}

/** The release that a user named; throws CannotFinish where there is no schema for it. */
export function readRelease(release: string, { releases }: ConfigSchemas): string {
  if (releases.includes(release)) return release
  throw new CannotFinish(
    `there is no schema for the config of FogFlow ${JSON.stringify(release)}, only for ${releases.join(', ')}`,
  )
}
