import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from '../../model/cluster.ts'

/** The folders of a cluster that `npm run generate` fills. */
export const generatedFolders: readonly string[] = ['fogflow', 'platform', 'sync']

/** The files in the generated folders of a cluster: path from the repository's root → text. Links are not followed. */
export function readGenerated({ folder, name }: Pick<Cluster, 'folder' | 'name'>): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const child of generatedFolders) visit(join(folder, child), `clusters/${name}/${child}`)
  return files

  function visit(path: string, shown: string): void {
    for (const entry of list(path)) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) visit(inner, `${shown}/${entry.name}`)
      else if (entry.isFile()) files.set(`${shown}/${entry.name}`, readFileSync(inner, 'utf8'))
    }
  }
}

function list(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
