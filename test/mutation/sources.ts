import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folders that say what FogFlow is and how it is laid out. */
const folders = ['base', 'overlays', 'test/overlays']

/** Every file that a kustomization of the repository may read, by absolute path. */
export function readSources(root: string): ReadonlyMap<string, string> {
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.ts'))
      .map(entry => join(entry.parentPath, entry.name)),
  )
  return new Map(files.sort().map(file => [file, readFileSync(file, 'utf8')]))
}

/** The kustomizations that are deployed as they stand: all that is not a part of another one. */
export function listOverlays(sources: ReadonlyMap<string, string>, root: string): readonly string[] {
  const roots = ['overlays', 'test/overlays'].map(folder => `${join(root, folder)}/`)
  return [...sources.keys()].flatMap(file => {
    const folder = file.endsWith('/kustomization.yaml') ? file.slice(0, -'/kustomization.yaml'.length) : undefined
    const isTop = folder && roots.some(top => folder.startsWith(top) && !folder.slice(top.length).includes('/'))
    return folder && isTop ? [folder] : []
  })
}
