import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('..', import.meta.url))

const isKustomization = (path: string) => /(^|\/)kustomization\.ya?ml$/.test(path)
const isTestdata = (path: string) => /(^|\/)(testdata|node_modules)\//.test(path)

/** Every kustomization of the repository, its own test overlays included, as folders relative to its root. */
export const kustomizations: readonly string[] = ['base', 'overlays', 'clusters', 'test/overlays']
  .flatMap(folder => filesBelow(folder))
  .filter(path => isKustomization(path) && !isTestdata(path))
  .map(dirname)
  .sort()

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
