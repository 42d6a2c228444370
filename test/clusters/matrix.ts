import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, createCache, disk, type FileSystem, toValue } from 'kustomize-ts'
import { generate } from '../../scripts/generate/generate.ts'
import { loadFleet } from '../../scripts/load/fleet/load-fleet.ts'
import type { Cluster, Release, Topology } from '../../scripts/model/cluster.ts'
import type { GeneratedFile } from '../../scripts/model/generated-file.ts'
import type { Manifest, Resource } from '../../scripts/model/resource.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'
import { checkSettings } from '../../scripts/validate/settings/check-settings.ts'

export const root = resolve(import.meta.dirname, '../..')

/** A repository without clusters and with the features of this one. */
export const repository = writeTree({})
symlinkSync(join(root, 'base'), join(repository, 'base'))

export const releases: readonly Release[] = ['3.2', '3.2.2', '3.2.6', '3.2.8']
export const topologies: readonly Topology[] = ['single-node', 'single-worker', 'multi-worker', 'multi-master', 'edge']

export const nameOf = (release: Release, topology: Topology) => `matrix/r${release.replaceAll('.', '-')}/${topology}`

/** A cluster of each topology and release; the multi-worker cloud of a release has the edge, and every shard an address. */
export function listMatrix(extra = ''): ReadonlyMap<string, string> {
  const clusters = releases.flatMap((release, r) =>
    topologies.map((topology, t): [string, string] => {
      const isEdge = topology === 'edge'
      const lines = [
        'repository: { url: "https://git.example.org/f.git" }',
        'engine: flux',
        `release: "${release}"`,
        `topology: ${topology}`,
        `site: { id: "m${r}${t}", location: { latitude: ${r}, longitude: ${t} } }`,
        isEdge ? `role: edge\ncloud: ${nameOf(release, 'multi-worker')}\naddress: 203.0.113.${r}` : 'role: cloud',
        ...(topology === 'multi-worker'
          ? [
              `address: m${r}.example.org`,
              `broker: { addresses: [m${r}.example.org, 198.51.100.1${r}1, 198.51.100.1${r}2] }`,
            ]
          : []),
        extra,
      ]
      return [nameOf(release, topology), `${lines.join('\n')}\n`]
    }),
  )
  return new Map(clusters)
}

export interface GeneratedFleet {
  readonly clusters: readonly Cluster[]
  readonly files: readonly GeneratedFile[]
}

/** Generates for clusters that are not on disk, as if there were no others; throws where something is wrong with them. */
export function generateFor(added: ReadonlyMap<string, string>): GeneratedFleet {
  const { fleet, diagnostics } = loadFleet(repository, added)
  const errors = [...diagnostics, ...checkSettings(fleet)].filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  return { clusters: fleet.clusters, files: generate(fleet, () => undefined) }
}

/** The disk, with generated files where they would stand. */
function overDisk(files: readonly GeneratedFile[]): FileSystem {
  const texts = new Map(files.map(({ path, text }) => [join(root, path), Buffer.from(text)]))
  const folders = new Set<string>()
  for (const path of texts.keys())
    for (let folder = resolve(path, '..'); folder.length > root.length; folder = resolve(folder, '..'))
      folders.add(folder)
  return {
    stat: path => {
      const text = texts.get(path)
      if (text) return { kind: 'file', size: text.length }
      return folders.has(path) ? { kind: 'directory', size: 0 } : disk.stat(path)
    },
    readFile: path => texts.get(path) ?? disk.readFile(path),
    realPath: path => (texts.has(path) || folders.has(path) ? path : disk.realPath(path)),
  }
}

/** Builds folders (from the root) over generated files; throws where one does not build. */
export function openRender(files: readonly GeneratedFile[]): (...folders: readonly string[]) => readonly Resource[] {
  const fileSystem = overDisk(files)
  const cache = createCache()
  return (...folders) =>
    folders.flatMap(folder => {
      const { resources, diagnostics } = build(join(root, folder), { fileSystem, cache })
      if (diagnostics.length > 0)
        throw new Error(
          `${folder}: ${diagnostics.map(({ message, source }) => `${source?.file}:${source?.line} ${message}`).join('\n')}`,
        )
      return resources.map(resource => ({ ...resource, value: toValue(resource.root) as Manifest }))
    })
}
