import type { BuildContext, Target } from '../build/target.ts'
import { absorbGenerated } from '../generate/absorb-generated.ts'
import { type KustomizationKind, loadKustomization } from '../kustomization/load-kustomization.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Item } from '../model/item.ts'
import type { Position } from '../model/position.ts'
import { readResources } from '../read/read-resources.ts'
import { enterFolder, type Loader, readSource, type SourceFile, statPath, type WrittenPath } from '../source/loader.ts'
import { type Accumulation, createCollector, makeItem } from './accumulation.ts'
import { defaultConfig, mergeConfigs } from './config.ts'
import { runGenerators } from './generators.ts'
import { transformers } from './transformers.ts'

/** What a kustomization starts from. */
export const nothing: Accumulation = { items: [], config: defaultConfig }

/** A kustomization below the root: a base of its own, or a component on top of `start`. `at` names the folder. */
function accumulateFolder(
  loader: Loader,
  at: Position,
  kind: KustomizationKind,
  build: BuildContext,
  start: Accumulation = nothing,
): Accumulation {
  const kustomization = loadKustomization(loader, at)
  if (kustomization === undefined) return start
  if (kind !== kustomization.kind) {
    build.report(refuseKind(kustomization.kind, kind, loader, at))
    return start
  }
  return accumulateTarget({ kustomization, loader, build }, start)
}

type Step = (accumulation: Accumulation, target: Target) => Accumulation

/** The order is kustomize's: components see what was generated, and come before the transformers of their parent. */
const steps: readonly Step[] = [addResources, addGenerated, addComponents, applyTransformers]

/**
 * Everything that a kustomization and those below it come to. Names get their hashes, and references to names are
 * mended, only once the root has accumulated.
 */
export function accumulateTarget(target: Target, start: Accumulation): Accumulation {
  let accumulation = start
  for (const step of steps) {
    if (target.build.hasFailed()) return accumulation
    accumulation = step(accumulation, target)
  }
  return accumulation
}

function addResources(accumulation: Accumulation, target: Target): Accumulation {
  const { resources = [], bases = [] } = target.kustomization.fields
  const collector = createCollector(accumulation.items, target.build)
  let { config } = accumulation
  for (const path of [...resources, ...bases]) {
    const added = readResource(path, target)
    for (const item of added.items) collector.add(item)
    config = mergeConfigs(config, added.config, () => undefined)
  }
  return { items: collector.items, config }
}

/** A file of manifests, or the folder of another kustomization. */
function readResource(path: WrittenPath, { loader, build }: Target): Accumulation {
  if (statPath(loader, path.text)?.kind !== 'file') {
    const folder = enterFolder(loader, path)
    return folder === undefined ? nothing : accumulateFolder(folder, path.at, 'Kustomization', build)
  }
  const file = readSource(loader, path)
  if (file === undefined) return nothing
  const manifest = loader.cache.remember('manifest', file, () => readManifest(file))
  manifest.diagnostics.forEach(build.report)
  return { items: manifest.items, config: defaultConfig }
}

function readManifest(file: SourceFile) {
  const { resources, diagnostics } = readResources(file.content, file.path)
  return { items: resources.map(makeItem), diagnostics }
}

function addGenerated(accumulation: Accumulation, target: Target): Accumulation {
  return { ...accumulation, items: absorbGenerated(accumulation.items, runGenerators(target), target.build) }
}

/** A component works on what its parent has gathered so far. */
function addComponents(accumulation: Accumulation, { kustomization, loader, build }: Target): Accumulation {
  return (kustomization.fields.components ?? []).reduce((gathered, path) => {
    const folder = enterFolder(loader, path)
    return folder === undefined ? gathered : accumulateFolder(folder, path.at, 'Component', build, gathered)
  }, accumulation)
}

function applyTransformers(accumulation: Accumulation, target: Target): Accumulation {
  let { items } = accumulation
  for (const transform of transformers) {
    if (target.build.hasFailed()) break
    items = transform(items, target, accumulation.config).filter(isThere)
  }
  return { ...accumulation, items }
}

function isThere(item: Item): boolean {
  return item.root.entries.size > 0
}

function refuseKind(found: KustomizationKind, wanted: KustomizationKind, loader: Loader, source: Position): Diagnostic {
  return {
    code: 'wrong-kind',
    severity: 'error',
    message:
      wanted === 'Component'
        ? `expected kind 'Component' for path '${loader.root}' but got '${found}'`
        : `expected kind != 'Component' for path '${loader.root}'`,
    fix: wanted === 'Component' ? 'list it under resources' : 'list it under components',
    source,
  }
}
