import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { MapNode } from 'kustomize-ts'
import type { Cluster } from '../../model/cluster.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fleet } from '../../model/fleet.ts'
import { completeSettings } from './complete-settings.ts'
import { type ClusterFiles, findSettingsFiles, nested, type SettingsFiles } from './find-settings-files.ts'
import { createMemory, type FleetMemory } from './fleet-memory.ts'
import { inherit } from './inherit.ts'
import { findMissingKeys } from './missing-keys.ts'
import { nameInheritors } from './name-inheritors.ts'

export interface LoadedFleet {
  readonly fleet: Fleet
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The clusters of a repository. Each file is read once; a cluster with an error in one of its files is left out. `added`
 * are clusters that are not on disk yet: name → text of their cluster.yaml.
 */
export function loadFleet(root: string, added: ReadonlyMap<string, string> = new Map()): LoadedFleet {
  const texts = new Map([...added].map(([name, text]) => [fileOf(name, root), text]))
  return loadFiles(addFiles(findSettingsFiles(root), [...added.keys()], root), root, createMemory(), texts)
}

/** Loads the clusters of a repository with other texts in some of their files: path from the root → text. */
export type LoadRevision = (texts: ReadonlyMap<string, string>) => LoadedFleet

/** For a repository that is loaded again and again with a few other texts: what has not changed is the same object. */
export function createRevisions(root: string): LoadRevision {
  const files = findSettingsFiles(root)
  const memory = createMemory()
  return texts => {
    const absolute = new Map([...texts].map(([path, text]) => [join(root, path), text]))
    return loadFiles(files, root, memory, absolute)
  }
}

function loadFiles(
  files: SettingsFiles,
  root: string,
  memory: FleetMemory,
  texts: ReadonlyMap<string, string>,
): LoadedFleet {
  const diagnostics: Diagnostic[] = [...files.diagnostics, ...findUnusedDefaults(files)]
  const roots = new Map<string, MapNode | undefined>()
  for (const file of files.defaults) read(file)
  const clusters = files.clusters.flatMap(loadCluster)
  return {
    fleet: { root, clusters: clusters.sort(byName), ...listFeatures(root) },
    diagnostics: nameInheritors(diagnostics, files, file => roots.get(file)),
  }

  function read(file: string): MapNode | undefined {
    const settings = memory.read(file, texts.get(file))
    diagnostics.push(...settings.diagnostics)
    roots.set(file, settings.root)
    return settings.root
  }

  function loadCluster({ name, folder, file, defaults: above }: ClusterFiles): readonly Cluster[] {
    const layers = [...above.map(path => roots.get(path)), read(file)]
    const same = memory.clusters.get(name)
    if (same?.layers.every((layer, index) => layer === layers[index])) return [same.cluster]
    const root = layers.reduce((merged, layer) => merged && layer && inherit(merged, layer))
    if (root === undefined) return []
    const missing = findMissingKeys(root, file)
    diagnostics.push(...missing)
    if (missing.length > 0) return []
    const cluster = { name, folder, root, settings: completeSettings(root) }
    memory.clusters.set(name, { layers, cluster })
    return [cluster]
  }
}

const fileOf = (name: string, root: string) => join(root, 'clusters', name, 'cluster.yaml')

/** Clusters that are not on disk yet inherit from the defaults.yaml files that are. */
function addFiles(files: SettingsFiles, names: readonly string[], root: string): SettingsFiles {
  const clusters = names.map((name): ClusterFiles => {
    const file = fileOf(name, root)
    const above = files.defaults.filter(defaults => file.startsWith(`${dirname(defaults)}${sep}`))
    return { name, folder: dirname(file), file, defaults: above }
  })
  const all = [...files.clusters, ...clusters]
  return { ...files, clusters: all, diagnostics: [...files.diagnostics, ...(names.length > 0 ? findNested(all) : [])] }
}

function findNested(clusters: readonly ClusterFiles[]): readonly Diagnostic[] {
  const names = new Set(clusters.map(({ name }) => name))
  return clusters.flatMap(({ name, file }) => {
    const owner = listAncestors(name).find(ancestor => names.has(ancestor))
    return owner === undefined ? [] : [nested(file, owner)]
  })
}

function listAncestors(name: string): readonly string[] {
  const parts = name.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

function byName(one: Cluster, other: Cluster): number {
  return one.name < other.name ? -1 : 1
}

function listFeatures(root: string): Pick<Fleet, 'features' | 'platformFeatures'> {
  const folder = join(root, 'base/features')
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  const features = entries.flatMap(entry => (entry.isDirectory() ? [entry.name] : [])).sort()
  return { features, platformFeatures: features.filter(name => existsSync(join(folder, name, 'platform'))) }
}

function findUnusedDefaults({ clusters, defaults }: SettingsFiles): readonly Diagnostic[] {
  const used = new Set(clusters.flatMap(cluster => cluster.defaults))
  return defaults
    .filter(file => !used.has(file))
    .map(file => ({
      code: 'unused-defaults',
      severity: 'warning',
      message: 'no cluster inherits from this file',
      fix: 'delete it, or move it above the clusters that it is for',
      source: { file, line: 1, column: 1 },
    }))
}
