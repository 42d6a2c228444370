import type { BuildContext, Target } from '../build/target.ts'
import { defaultConfig, mergeConfigs } from '../configuration/merge-configs.ts'
import { reportConflict } from '../configuration/report-conflict.ts'
import {
  type KustomizationKind,
  type LoadedKustomization,
  loadKustomization,
} from '../kustomization/load-kustomization.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Position } from '../model/position.ts'
import { readOpenApi } from '../schema/read-open-api.ts'
import { enterFolder, type Loader, statPath, type WrittenPath } from '../source/loader.ts'
import { mergeVariables } from '../variables/add-variables.ts'
import { type Accumulation, checkUnique, createCollector } from './accumulation.ts'
import { addConfiguration } from './add-configuration.ts'
import { addGenerated } from './add-generated.ts'
import { addVariables } from './add-variables.ts'
import { applyPlugins } from './apply-plugins.ts'
import { applyTransformers } from './apply-transformers.ts'
import { joinOrigin } from './origin.ts'
import { readManifest } from './read-manifest.ts'
import { rememberFolder } from './remember-folder.ts'
import { validate } from './validate.ts'

/** What a kustomization starts from. */
const nothing: Accumulation = { items: [], config: defaultConfig, variables: new Map() }

/**
 * Everything that the root of a build and the kustomizations below it come to. Names get their hashes, and references
 * to names are mended, only after this.
 */
export function accumulateRoot(kustomization: LoadedKustomization, loader: Loader, build: BuildContext): Accumulation {
  const tracksOrigins = (kustomization.fields.buildMetadata ?? []).length > 0
  return accumulate(kustomization, loader, build, tracksOrigins ? '' : undefined, nothing)
}

/** A kustomization below another: a base of its own, or a component on top of `start`. */
function accumulateFolder(
  path: WrittenPath,
  kind: KustomizationKind,
  parent: Target,
  start: Accumulation,
): Accumulation {
  const loader = enterFolder(parent.loader, path)
  const kustomization = loader === undefined ? undefined : loadKustomization(loader, path.at)
  if (loader === undefined || kustomization === undefined) return start
  if (kind !== kustomization.kind) {
    parent.build.report(refuseKind(kustomization.kind, kind, loader, path.at))
    return start
  }
  const origin = joinOrigin(parent.origin, path.text)
  if (kind === 'Kustomization') return accumulateOnce(kustomization, loader, parent.build, origin)
  return accumulate(kustomization, loader, parent.build, origin, start)
}

/** A kustomization of its own comes to the same for everyone who builds on it, unless it notes where it was built on. */
function accumulateOnce(
  kustomization: LoadedKustomization,
  loader: Loader,
  build: BuildContext,
  origin: string | undefined,
): Accumulation {
  if (origin !== undefined) return accumulate(kustomization, loader, build, origin, nothing)
  return rememberFolder(kustomization, loader, build, (ownLoader, ownBuild) =>
    accumulate(kustomization, ownLoader, ownBuild, undefined, nothing),
  )
}

type Step = (accumulation: Accumulation, target: Target) => Accumulation

/** The order is kustomize's: components see what was generated, and come before the transformers of their parent. */
const steps: readonly Step[] = [
  addResources,
  addConfiguration,
  addGenerated,
  addComponents,
  applyTransformers,
  applyPlugins,
  validate,
  addVariables,
]

function accumulate(
  kustomization: LoadedKustomization,
  loader: Loader,
  build: BuildContext,
  origin: string | undefined,
  start: Accumulation,
): Accumulation {
  const open = (path: WrittenPath) => openPath(path, target)
  const target: Target = { kustomization, loader, build, open, ...(origin === undefined ? {} : { origin }) }
  chooseSchema(target)
  let accumulation = start
  for (const step of steps) {
    if (build.hasFailed()) return accumulation
    accumulation = step(accumulation, target)
  }
  return accumulation
}

/** The first kustomization that names a schema, from the root downwards, decides. */
function chooseSchema({ kustomization, loader, build }: Target): void {
  if (build.schemaState.isChosen()) return
  const schema = readOpenApi(kustomization.fields.openapi, loader, build)
  if (schema !== undefined) build.schemaState.choose(schema)
}

/** A file of manifests, or the folder of another kustomization. */
function openPath(path: WrittenPath, target: Target): Accumulation {
  if (statPath(target.loader, path.text)?.kind === 'file') return { ...nothing, items: readManifest(path, target) }
  return accumulateFolder(path, 'Kustomization', target, nothing)
}

function addResources(accumulation: Accumulation, target: Target): Accumulation {
  const { resources = [], bases = [] } = target.kustomization.fields
  const collector = createCollector(accumulation.items, target.build)
  let { config, variables } = accumulation
  for (const path of [...resources, ...bases]) {
    const added = target.open(path)
    for (const item of added.items) collector.add(item)
    config = mergeConfigs(config, added.config, reportConflict(path.at, target.build))
    variables = mergeVariables(variables, added.variables.values(), target.build)
  }
  return { items: collector.items, config, variables }
}

/** A component works on what its parent has gathered so far, and leaves no two resources with one id. */
function addComponents(accumulation: Accumulation, target: Target): Accumulation {
  return (target.kustomization.fields.components ?? []).reduce((gathered, path) => {
    const changed = accumulateFolder(path, 'Component', target, gathered)
    checkUnique(changed.items, target.build)
    return changed
  }, accumulation)
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
