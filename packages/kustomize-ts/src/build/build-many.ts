import { createCache } from '../source/cache.ts'
import { disk } from '../source/disk.ts'
import { createSnapshot } from '../source/snapshot.ts'
import { type BuildOptions, type BuildResult, build } from './build.ts'

/**
 * Builds folders one after another, and what they share only once. For the length of the iteration files are taken not
 * to change: each is read once.
 */
export function* buildMany(directories: Iterable<string>, options: BuildOptions = {}): Generator<BuildResult> {
  const { fileSystem = disk, cache = createCache() } = options
  const shared = { ...options, fileSystem: createSnapshot(fileSystem), cache }
  for (const directory of directories) yield build(directory, shared)
}
