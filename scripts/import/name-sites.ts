import { basename, relative, sep } from 'node:path'
import type { Site } from './site.ts'

/**
 * The name of each site's cluster: what the user says, or the folder's name; below it, where several sites come
 * together, the folder inside of PATH.
 */
export function nameSites(sites: readonly Site[], path: string, wanted: string | undefined): readonly string[] {
  const prefix = wanted ?? slug(basename(sites.length === 1 ? (sites[0]?.folder ?? path) : path))
  if (sites.length === 1) return [prefix]
  return sites.map(({ folder }) => [prefix, ...relative(path, folder).split(sep).map(slug)].filter(Boolean).join('/'))
}

/** As Kubernetes takes it in names. */
function slug(name: string): string {
  const letters = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return letters.replace(/^-+|-+$/g, '') || 'imported'
}
