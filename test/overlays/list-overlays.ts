import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The repository's root. */
export const root = new URL('../../', import.meta.url).pathname

/** The overlays and test overlays, relative to the root. */
export const overlays: readonly string[] = ['overlays', 'test/overlays'].flatMap(folder =>
  readdirSync(join(root, folder))
    .map(name => `${folder}/${name}`)
    .filter(path => existsSync(join(root, path, 'kustomization.yaml'))),
)
