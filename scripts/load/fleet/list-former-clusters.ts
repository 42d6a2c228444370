import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from '../../model/cluster.ts'
import { generatedFolders } from './read-generated.ts'

/** Folders below clusters/ that have what is generated for a cluster, but no cluster.yaml any more. */
export function listFormerClusters(root: string): readonly Pick<Cluster, 'folder' | 'name'>[] {
  const former: Pick<Cluster, 'folder' | 'name'>[] = []
  const top = join(root, 'clusters')
  if (existsSync(top)) visit(top, '')
  return former

  function visit(folder: string, name: string): void {
    const entries = readdirSync(folder, { withFileTypes: true })
    if (entries.some(entry => entry.name === 'cluster.yaml')) return
    const inner = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(entry => entry.name)
    if (name !== '' && inner.some(child => generatedFolders.includes(child))) former.push({ folder, name })
    for (const child of inner) visit(join(folder, child), name === '' ? child : `${name}/${child}`)
  }
}
