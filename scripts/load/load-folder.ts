import { dirname } from 'node:path'
import type { KustomizationFolder, Loaded } from '../model/loaded.ts'
import type { Resource } from '../model/resource.ts'
import type { Unit } from '../model/unit.ts'
import { isDeployable } from './is-deployable.ts'
import { readKustomizationFolder } from './kustomization-folder.ts'
import { readLooseFile } from './loose-file.ts'
import { mergeLoaded, nothing } from './merge-loaded.ts'
import { type Folder, isBelowKustomization, walk } from './walk.ts'

interface FolderOptions {
  /** Whether every file must belong to a kustomization, so that there are no plain manifests. */
  readonly isStrict: boolean
  nameOf(path: string): string
}

/** The plain manifests of a folder and of all folders below it, as `kubectl apply --recursive` takes them. */
interface ManifestFolder {
  readonly name: string
  readonly resources: Resource[]
  /** Whether one of its files could not be read, so that what it would add is unknown. */
  isBroken: boolean
}

/**
 * All that a folder holds. Each kustomization stands for itself, and the files in and below it belong to it. Outside
 * of kustomizations, the topmost folders that hold manifests are units, with all that is below them.
 */
export function loadFolder(path: string, options: FolderOptions): Loaded {
  const kustomizations: KustomizationFolder[] = []
  const owned: string[] = []
  const units: ManifestFolder[] = []
  const others: Loaded[] = []
  const { folder, diagnostics } = walk(path)
  // A kustomization above may refer to the files here, and it is not part of this run.
  const isWhole = options.isStrict || !isBelowKustomization(dirname(path))
  visit(folder, options.isStrict)
  return mergeLoaded([{ ...nothing, diagnostics, kustomizations, owned, units: units.map(toUnit) }, ...others])

  function visit(folder: Folder, isBelowKustomization: boolean, unit?: ManifestFolder): void {
    const { kustomization } = folder
    if (kustomization !== undefined) kustomizations.push(readKustomizationFolder(kustomization, options.nameOf))
    const isOwned = isBelowKustomization || kustomization !== undefined
    if (isOwned && isWhole) owned.push(...folder.files.filter(isDeployable))
    const inner = isOwned ? undefined : addLooseFiles(folder, unit)
    for (const child of folder.folders) visit(child, isOwned, inner)
  }

  /** The unit to which the folders below belong: the one above, or this folder's own when it holds manifests. */
  function addLooseFiles(folder: Folder, above?: ManifestFolder): ManifestFolder | undefined {
    const files = folder.files.map(file => readLooseFile(file, { isNamed: false, nameOf: options.nameOf }))
    const resources = files.flatMap(file => file.resources)
    const unit = above ?? openUnit(folder.path, resources)
    unit?.resources.push(...resources)
    if (unit && files.some(file => file.rest.diagnostics.length > 0)) unit.isBroken = true
    others.push(...files.map(file => file.rest))
    return unit
  }

  function openUnit(path: string, resources: readonly Resource[]): ManifestFolder | undefined {
    if (resources.length === 0) return undefined
    const unit = { name: options.nameOf(path), resources: [], isBroken: false }
    units.push(unit)
    return unit
  }
}

function toUnit({ name, resources, isBroken }: ManifestFolder): Unit {
  return { name, kind: 'manifests', complete: !isBroken, resources }
}
