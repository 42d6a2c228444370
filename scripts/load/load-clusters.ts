import { basename, dirname, join } from 'node:path'
import type { KustomizationFolder, Loaded } from '../model/loaded.ts'
import { isDeployable } from './is-deployable.ts'
import { readKustomizationFolder } from './kustomization-folder.ts'
import { readLooseFile } from './loose-file.ts'
import { mergeLoaded, nothing } from './merge-loaded.ts'
import { type Folder, walk } from './walk.ts'

const settingsNames: readonly string[] = ['cluster.yaml', 'defaults.yaml']
/** What is applied to a cluster, together one unit. */
const layers: readonly string[] = ['platform', 'fogflow']

type NameOf = (path: string) => string

/**
 * What stands below the folder clusters/: of each cluster the kustomizations that are applied to it, which are judged
 * together, and its sync objects, which an engine applies as they are. The settings files are read elsewhere.
 */
export function loadClusters(path: string, nameOf: NameOf): Loaded {
  const { folder, diagnostics } = walk(path)
  return mergeLoaded([{ ...nothing, diagnostics }, ...visit(folder)])

  function visit(folder: Folder): readonly Loaded[] {
    const isCluster = folder.files.some(file => basename(file) === 'cluster.yaml')
    const own = folder.kustomization === undefined ? [] : [readKustomizationFolder(folder.kustomization, nameOf)]
    const inner = folder.folders.flatMap(child => (isCluster ? loadPart(child, nameOf(folder.path)) : visit(child)))
    const owned = folder.files.filter(file => isDeployable(file) && !settingsNames.includes(basename(file)))
    return [{ ...nothing, kustomizations: own, owned }, ...inner]
  }

  function loadPart(folder: Folder, cluster: string): readonly Loaded[] {
    const name = basename(folder.path)
    if (name === 'sync') return [loadSync(folder)]
    if (!layers.includes(name)) return visit(folder)
    const layer = folder.kustomization === undefined ? [] : [readKustomizationFolder(folder.kustomization, nameOf)]
    const kustomizations: readonly KustomizationFolder[] = layer.map(one => ({ ...one, cluster }))
    return [{ ...nothing, kustomizations, owned: listFiles(folder).filter(isDeployable) }]
  }

  function loadSync(folder: Folder): Loaded {
    const files = folder.files.filter(file => basename(file) !== 'parameters.yaml')
    const loose = files.map(file => readLooseFile(file, { isNamed: false, nameOf }))
    const resources = loose.flatMap(file => file.resources)
    const unit = { name: nameOf(folder.path), kind: 'manifests', complete: false, resources } as const
    return mergeLoaded([...loose.map(({ rest }) => rest), { ...nothing, units: resources.length > 0 ? [unit] : [] }])
  }
}

function listFiles({ files, folders }: Folder): readonly string[] {
  return [...files, ...folders.flatMap(listFiles)]
}

/** The folder to judge for a PATH below clusters/: a part of a cluster is judged with all of it. */
export function widenToCluster(path: string, clusters: string, exists: (file: string) => boolean): string {
  for (let folder = path; folder.length > clusters.length; folder = dirname(folder))
    if (exists(join(folder, 'cluster.yaml'))) return folder
  return settingsNames.includes(basename(path)) ? dirname(path) : path
}
