import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Whereabouts } from '../model/environment.ts'
import type { Loaded } from '../model/loaded.ts'
import { isInside, namePath } from '../path/name-path.ts'
import { loadClusters, widenToCluster } from './load-clusters.ts'
import { loadFile } from './load-file.ts'
import { loadFolder } from './load-folder.ts'
import { mergeLoaded } from './merge-loaded.ts'
import { resolvePaths } from './resolve-paths.ts'

/**
 * PATHs → what they hold; without a PATH, the repository's own folders. The only reader of files beside the render,
 * which reads what a kustomization refers to. Throws CannotFinish where a PATH is not there.
 */
export function load(paths: readonly string[], environment: Whereabouts): Loaded {
  const nameOf = (path: string) => namePath(environment, path)
  const clusters = join(environment.root, 'clusters')
  return mergeLoaded(
    resolvePaths(paths, environment).map(({ path, isFolder, isStrict }) => {
      if (isInside(clusters, path)) return loadClusters(widenToCluster(path, clusters, existsSync), nameOf)
      return isFolder ? loadFolder(path, { isStrict, nameOf }) : loadFile(path, nameOf)
    }),
  )
}

/** An empty run would look like one that found nothing wrong: throws CannotFinish. */
export function refuseEmpty(loaded: Loaded, paths: readonly string[]): Loaded {
  const { kustomizations, units, compositions, skipped, diagnostics } = loaded
  if ([kustomizations, units, compositions, skipped, diagnostics].some(({ length }) => length > 0)) return loaded
  throw new CannotFinish(`there is nothing to validate in ${paths.join(', ')}`)
}
