import type { Cluster } from '../../model/cluster.ts'
import { createSchemaCheck } from './check-settings-schema.ts'
import { type ReadSettings, readSettings } from './read-settings.ts'

/** What has been read of a fleet that may be loaded again with other texts in some of its files. */
export interface FleetMemory {
  /** The settings of a file, with another text than on disk where one is given; read once a text. */
  read(file: string, text: string | undefined): ReadSettings
  /** By their names, with the settings that they were merged from. */
  readonly clusters: Map<string, { readonly layers: readonly unknown[]; readonly cluster: Cluster }>
}

export function createMemory(): FleetMemory {
  const checkSchema = createSchemaCheck()
  const known = new Map<string, { readonly text: string | undefined; readonly settings: ReadSettings }>()
  return {
    clusters: new Map(),
    read: (file, text) => {
      const one = known.get(file)
      if (one !== undefined && one.text === text) return one.settings
      const settings = readSettings(file, checkSchema, text)
      known.set(file, { text, settings })
      return settings
    },
  }
}
