import { resolve } from 'node:path'
import { accumulateRoot } from '../accumulate/accumulate-target.ts'
import { emitResources } from '../emit/emit.ts'
import { findUnwritable } from '../emit/find-unwritable.ts'
import { finish } from '../finish/finish.ts'
import { loadKustomization } from '../kustomization/load-kustomization.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Item } from '../model/item.ts'
import type { Resource } from '../model/resource.ts'
import { identify } from '../read/identify.ts'
import { createSchemaState, type SchemaState } from '../schema/schema-state.ts'
import { type Cache, createCache } from '../source/cache.ts'
import { disk } from '../source/disk.ts'
import type { FileSystem } from '../source/file-system.ts'
import type { LoadRestrictor } from '../source/loader.ts'
import { openRoot } from '../source/open-root.ts'
import type { BuildContext } from './target.ts'

export interface BuildOptions {
  /**
   * Whose defaults count. `kustomize build` and Argo CD, which calls it, sort by kind and restrict loading to the root;
   * Flux's kustomize-controller calls kustomize's library, with order of appearance and no restriction. Default:
   * `kustomize`.
   */
  readonly engine?: 'kustomize' | 'flux'
  /** Whether files may stand outside of their kustomization's folder. Default: the engine's. */
  readonly loadRestrictor?: LoadRestrictor
  /** The order where the root has no `sortOptions`. Default: the engine's. */
  readonly reorder?: 'legacy' | 'none'
  /** Whether every resource is labelled as managed by kustomize. Default: as `buildMetadata` of the root says. */
  readonly managedByLabel?: boolean
  /** Default: the disk. */
  readonly fileSystem?: FileSystem
  /** What earlier builds have parsed. Default: nothing. */
  readonly cache?: Cache
}

export interface BuildResult {
  readonly resources: readonly Resource[]
  /** The bytes that `kustomize build` prints; empty where the build failed. */
  readonly yaml: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Builds the kustomization of a folder, as `kustomize build` 5.8.1 does. Never throws for anything that stands in a
 * file: a build that fails has errors among its diagnostics, and no resources.
 */
export function build(directory: string, options: BuildOptions = {}): BuildResult {
  const diagnostics: Diagnostic[] = []
  const context = createContext(diagnostics, createSchemaState(options.engine === 'flux'))
  const items = buildItems(resolve(directory), context, options)
  if (!context.hasFailed()) diagnostics.push(...items.flatMap(({ root }) => findUnwritable(root)))
  if (context.hasFailed()) return { resources: [], yaml: '', diagnostics }
  return createResult(items, diagnostics)
}

/** The text is made when somebody asks for it: who judges resources does not. */
function createResult(items: readonly Item[], diagnostics: readonly Diagnostic[]): BuildResult {
  const resources = items.map(({ root }) => ({ id: identify(root), root }))
  let yaml: string | undefined
  return {
    resources,
    diagnostics,
    get yaml() {
      yaml ??= emitResources(items.map(item => item.root))
      return yaml
    },
  }
}

function createContext(diagnostics: Diagnostic[], schemaState: SchemaState): BuildContext {
  let errors = 0
  let seen = 0
  return {
    report: diagnostic => diagnostics.push(diagnostic),
    hasFailed: () => {
      for (; seen < diagnostics.length; seen++) if (diagnostics[seen]?.severity === 'error') errors += 1
      return errors > 0
    },
    get isClusterScoped() {
      return schemaState.isClusterScoped()
    },
    get schema() {
      return schemaState.table()
    },
    schemaState,
  }
}

function buildItems(directory: string, context: BuildContext, options: BuildOptions): readonly Item[] {
  const { engine = 'kustomize', fileSystem = disk, cache = createCache() } = options
  const { loadRestrictor = engine === 'flux' ? 'LoadRestrictionsNone' : 'LoadRestrictionsRootOnly' } = options
  const loader = openRoot(directory, { fileSystem, restrictor: loadRestrictor, cache, report: context.report })
  const start = { file: directory, line: 1, column: 1 }
  const kustomization = loader === undefined ? undefined : loadKustomization(loader, start)
  if (loader === undefined || kustomization === undefined) return []
  const placeOf = (wanted: string) => kustomization.fields.buildMetadata?.find(({ text }) => text === wanted)?.at
  const accumulation = accumulateRoot(kustomization, loader, context)
  const { reorder = engine === 'flux' ? 'none' : 'legacy' } = options
  const settings = {
    sorting: kustomization.fields.sortOptions ?? reorder,
    managedBy: placeOf('managedByLabel') ?? (options.managedByLabel === true ? kustomization.fields.at : undefined),
    origins: placeOf('originAnnotations'),
    transformations: placeOf('transformerAnnotations'),
  }
  return finish(accumulation, settings, context)
}
