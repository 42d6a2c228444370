import type { BuildContext } from '../build/target.ts'
import type { LoadedKustomization } from '../kustomization/load-kustomization.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Cache } from '../source/cache.ts'
import { isWithin, type Loader } from '../source/loader.ts'
import { type Observation, observe, repeats } from '../source/observe.ts'
import { createRecent, type Recent } from '../source/recent.ts'
import type { Accumulation } from './accumulation.ts'

interface Remembered {
  readonly kustomization: LoadedKustomization
  readonly accumulation: Accumulation
  readonly diagnostics: readonly Diagnostic[]
  /** All that was asked of the file system: the answers must be the same again. */
  readonly observed: readonly Observation[]
  /** Whether a merge asked for the schema, which loads it. */
  readonly usedSchema: boolean
}

const remembered = new WeakMap<Cache, Recent<Remembered>>()

/** How many objects the folders that are remembered have together, and folders. */
const MOST_OBJECTS = 20_000

function createFolders(): Recent<Remembered> {
  return createRecent(MOST_OBJECTS, ({ accumulation }) => 1 + accumulation.items.length)
}

/**
 * What a base comes to does not depend on who builds on it, so that the kustomizations of a process that share a base
 * work it out once. Only where the disk still answers everything as it did, where nothing was wrong, and where no
 * schema of one's own is in play (which is chosen from the root downwards).
 */
export function rememberFolder(
  kustomization: LoadedKustomization,
  loader: Loader,
  build: BuildContext,
  accumulate: (loader: Loader, build: BuildContext) => Accumulation,
): Accumulation {
  if (build.schemaState.isChosen()) return accumulate(loader, build)
  const folders = remembered.get(loader.cache) ?? createFolders()
  remembered.set(loader.cache, folders)
  const key = `${loader.restrictor} ${loader.root}`
  const known = folders.get(key)
  if (known?.kustomization === kustomization && isStillTrue(known, loader)) return recall(known, build)
  const watched = watch(loader, build, accumulate)
  if (!build.hasFailed() && !build.schemaState.isChosen()) folders.set(key, { kustomization, ...watched })
  return watched.accumulation
}

/** A base that leads to a folder above one that led to it would be a cycle in this build, whatever it was in another. */
function isStillTrue({ observed }: Remembered, { fileSystem, referrers }: Loader): boolean {
  return observed.every(one => repeats(one, fileSystem) && !isAboveAny(one, referrers))
}

function isAboveAny({ ask, answer }: Observation, folders: readonly string[]): boolean {
  return ask === 'realPath' && folders.some(folder => isWithin(folder, String(answer)))
}

/** Does again what was done to the build besides. */
function recall({ accumulation, diagnostics, usedSchema }: Remembered, build: BuildContext): Accumulation {
  diagnostics.forEach(build.report)
  if (usedSchema) build.schemaState.table()
  return accumulation
}

function watch(
  loader: Loader,
  build: BuildContext,
  accumulate: (loader: Loader, build: BuildContext) => Accumulation,
): Omit<Remembered, 'kustomization'> {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic) => {
    diagnostics.push(diagnostic)
    build.report(diagnostic)
  }
  let usedSchema = false
  const { fileSystem, observed } = observe(loader.fileSystem)
  const watched: BuildContext = {
    report,
    hasFailed: build.hasFailed,
    schemaState: build.schemaState,
    get isClusterScoped() {
      return build.isClusterScoped
    },
    get schema() {
      usedSchema = true
      return build.schema
    },
  }
  const accumulation = accumulate({ ...loader, fileSystem, report }, watched)
  return { accumulation, diagnostics, observed: observed(), usedSchema }
}
