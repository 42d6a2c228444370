import type { Environment } from '../model/environment.ts'
import type { Loaded } from '../model/loaded.ts'
import { namePath } from '../path/name-path.ts'
import { loadFile } from './load-file.ts'
import { loadFolder } from './load-folder.ts'
import { mergeLoaded } from './merge-loaded.ts'
import { resolvePaths } from './resolve-paths.ts'

/**
 * PATHs → what they hold; without a PATH, the repository's own folders. The only reader of files beside the render,
 * which reads what a kustomization refers to. Throws CannotFinish where a PATH is not there.
 */
export function load(paths: readonly string[], environment: Environment): Loaded {
  const nameOf = (path: string) => namePath(environment, path)
  return mergeLoaded(
    resolvePaths(paths, environment).map(({ path, isFolder, isStrict }) =>
      isFolder ? loadFolder(path, { isStrict, nameOf }) : loadFile(path, nameOf),
    ),
  )
}
