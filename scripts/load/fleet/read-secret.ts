import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from '../../model/cluster.ts'

/** The text of platform/secret.yaml, which `npm run secret` writes; undefined where there is none. */
export function readSecret({ folder }: Cluster): string | undefined {
  const file = join(folder, 'platform/secret.yaml')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
