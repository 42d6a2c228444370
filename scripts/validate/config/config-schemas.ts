import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ValidateFunction } from 'ajv'
import type { CompileFile } from '../schema/compiler.ts'
import type { ComponentName } from './components.ts'

/** The schema of one release's config.json. */
export interface ConfigSchema {
  /** Every key of every reader. */
  readonly whole: ValidateFunction
  /** What one component needs. */
  ofComponent(component: ComponentName): ValidateFunction
}

export interface ConfigSchemas {
  /** Releases with a schema, in the order of their names. */
  readonly releases: readonly string[]
  find(release: string): ConfigSchema | undefined
}

const pattern = /^config-(.+)\.schema\.json$/

/** The schemas in a folder, one file a release. */
export function openConfigSchemas(folder: string, compile: CompileFile): ConfigSchemas {
  const releases = readdirSync(folder).flatMap(name => pattern.exec(name)?.[1] ?? [])
  return {
    releases: releases.sort(),
    find(release) {
      if (!releases.includes(release)) return undefined
      const file = join(folder, `config-${release}.schema.json`)
      return { whole: compile(file), ofComponent: component => compile(file, `/$defs/${component}`) }
    },
  }
}
