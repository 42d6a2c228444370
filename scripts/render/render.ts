import { join } from 'node:path'
import type { KustomizationFolder } from '../model/loaded.ts'
import type { Rendered, RenderedKustomization } from '../model/rendered.ts'
import type { Unit } from '../model/unit.ts'
import { isInside } from '../path/name-path.ts'
import { createBuild } from './build-all.ts'
import { findOutside } from './outside-repository.ts'
import { unusedComponent } from './unused-component.ts'

export interface RenderOptions {
  /** The repository's root, absolute. What is below its base/ knows no cluster, so that nothing there is complete. */
  readonly root: string
  /** The repository's kustomizations beside those of the run: one of them may use a component that none of the run does. */
  listOthers(): readonly KustomizationFolder[]
  /** Told before each kustomization. */
  step(done: number, total: number): void
}

/**
 * Kustomizations → their resources. A component has none of its own: it is judged through the kustomizations that use
 * it, those of the run or, where there are none, others of the repository. A build that fails gives no unit: rules
 * would only miss what it should have made.
 */
export function render(kustomizations: readonly KustomizationFolder[], options: RenderOptions): Rendered {
  const build = createBuild(options.step)
  const components = kustomizations.filter(({ isComponent }) => isComponent)
  const named = build(kustomizations.filter(({ isComponent }) => !isComponent))
  const lacking = components.filter(component => !named.some(one => uses(one, component)))
  const others = lacking.length === 0 ? [] : build(options.listOthers())
  const helpers = others.filter(one => lacking.some(component => uses(one, component)))
  const unused = lacking.filter(component => !helpers.some(one => uses(one, component)))
  const all = [...named, ...helpers]
  const isWhole = [...named, ...others].every(isBuilt)
  return {
    units: listUnits(all, join(options.root, 'base')),
    diagnostics: [
      ...all.flatMap(one => problemsOf(one, options.root)),
      ...(isWhole ? unused.map(unusedComponent) : []),
    ],
    read: new Set(countReaders(all).keys()),
    unused: unused.map(({ folder }) => folder),
    isWhole,
    kustomizations: all.length + components.length,
  }
}

/** A kustomization is a unit by itself, those of one cluster are one together: unless one of them is broken. */
function listUnits(all: readonly RenderedKustomization[], baseFolder: string): readonly Unit[] {
  const alone = all.filter(one => one.kustomization.cluster === undefined && isBuilt(one))
  const clusters = new Map<string, RenderedKustomization[]>()
  for (const one of all) {
    const { cluster } = one.kustomization
    if (cluster !== undefined) clusters.set(cluster, [...(clusters.get(cluster) ?? []), one])
  }
  const isPart = findParts(all)
  const whole = [...clusters].filter(([, layers]) => layers.every(isBuilt))
  return [
    ...alone.map(one => toUnit(one, isPart, baseFolder)),
    ...whole.map(([name, layers]): Unit => {
      return { name, kind: 'cluster', complete: true, resources: layers.flatMap(({ resources }) => resources) }
    }),
  ]
}

function uses({ read }: RenderedKustomization, { file }: KustomizationFolder): boolean {
  return read.has(file)
}

function isBuilt({ diagnostics }: RenderedKustomization): boolean {
  return !diagnostics.some(({ severity }) => severity === 'error')
}

/** A base is not all that its namespaces get. */
function toUnit(
  { kustomization, resources }: RenderedKustomization,
  isPart: (kustomization: KustomizationFolder) => boolean,
  baseFolder: string,
): Unit {
  const complete = !isInside(baseFolder, kustomization.folder) && !isPart(kustomization)
  return { name: kustomization.name, kind: 'kustomization', complete, resources }
}

/**
 * Tells of a kustomization whether another one takes it in, so that it is not all of anything. One that does not build
 * may have been about to take in what stands below it.
 */
function findParts(all: readonly RenderedKustomization[]): (kustomization: KustomizationFolder) => boolean {
  const readers = countReaders(all)
  const broken = all.filter(one => !isBuilt(one)).map(({ kustomization }) => kustomization.folder)
  return ({ file, folder }) => (readers.get(file) ?? 0) > 1 || broken.some(other => isInside(other, folder))
}

/** The files that were read, and by how many kustomizations each. */
function countReaders(all: readonly RenderedKustomization[]): ReadonlyMap<string, number> {
  const readers = new Map<string, number>()
  for (const { read } of all) for (const file of read) readers.set(file, (readers.get(file) ?? 0) + 1)
  return readers
}

function problemsOf(rendered: RenderedKustomization, root: string): Rendered['diagnostics'] {
  const found = [...rendered.diagnostics, ...findOutside(rendered, root)]
  return found.map(diagnostic => ({ unit: rendered.kustomization.name, diagnostic }))
}
