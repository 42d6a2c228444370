import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MapNode } from 'kustomize-ts'
import { createSchemaCheck } from './check-settings-schema.ts'
import { inherit } from './inherit.ts'
import { readSettings } from './read-settings.ts'

/** What the defaults.yaml files above a cluster say together, be the cluster there or not. What is wrong in them is said by the fleet. */
export function loadInherited(root: string, name: string): MapNode | undefined {
  const check = createSchemaCheck()
  const parts = name.split('/').slice(0, -1)
  const folders = [[], ...parts.map((_, index) => parts.slice(0, index + 1))]
  const files = folders
    .map(folder => join(root, 'clusters', ...folder, 'defaults.yaml'))
    .filter(file => existsSync(file))
  return files
    .map(file => readSettings(file, check).root)
    .reduce((above, own) => (above && own ? inherit(above, own) : (own ?? above)), undefined)
}
