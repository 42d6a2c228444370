import { parseDocuments, positionOf } from 'kustomize-ts'
import type { Release } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { chooseCloud } from './choose-cloud.ts'
import type { Defect } from './defect.ts'
import { detect } from './detect.ts'
import { roleOf } from './facts.ts'
import type { FleetFacts } from './fleet-facts.ts'
import { nameSites } from './name-sites.ts'
import { has, textAt } from './node.ts'
import { readSites } from './read/read-sites.ts'
import { findRelease } from './release.ts'
import type { Context } from './settings/context.ts'
import { findSettings } from './settings/find-settings.ts'
import type { Setting } from './settings/setting.ts'
import type { Site, SourceFile } from './site.ts'
import { writeClusterYaml } from './write-cluster-yaml.ts'

export interface ImportOptions {
  /** What is imported, absolute. */
  readonly path: string
  readonly name?: string | undefined
  /** The cloud of an edge. */
  readonly cloud?: string | undefined
  readonly fleet: FleetFacts
}

/** A site that became a cluster. */
export interface ImportedCluster {
  readonly name: string
  /** The path of its cluster.yaml, absolute. */
  readonly file: string
  readonly text: string
  readonly defects: readonly Defect[]
}

export interface Imported {
  readonly clusters: readonly ImportedCluster[]
  /** What keeps a file, or a site, from being imported. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Others' files → cluster.yaml texts, and what was wrong in the files. Nothing is written. */
export function importSites(files: readonly SourceFile[], options: ImportOptions): Imported {
  const { sites, diagnostics } = readSites(files)
  const names = nameSites(sites, options.path, options.name)
  const named = sites.map((site, index) => ({ site, name: names[index] ?? '' }))
  const clouds = named.filter(({ site }) => roleOf(site) === 'cloud').map(({ name }) => name)
  const clusters: ImportedCluster[] = []
  const taken = takenBy(options.fleet, names)
  for (const { site, name } of named) {
    const cloud = roleOf(site) === 'edge' ? (options.cloud ?? chooseCloud(site, clouds, options.fleet)) : undefined
    const cloudRelease = releaseOf(cloud, named, options.fleet)
    const inherited = options.fleet.inheritedBy(name)
    const context = { ...edgesOf(site, sites, clouds), ...taken, name, cloud, cloudRelease, inherited }
    const settings = findSettings(site, context)
    remember(settings, taken)
    clusters.push(writeCluster(site, name, settings, sites, options.fleet))
  }
  const lonely = named.filter(({ site }, index) => roleOf(site) === 'edge' && !hasCloud(clusters[index], options.fleet))
  return lonely.length > 0
    ? { clusters: [], diagnostics: [...diagnostics, ...lonely.map(({ site }) => needsCloud(site))] }
    : { clusters, diagnostics }
}

interface NamedSite {
  readonly site: Site
  readonly name: string
}

/** The release of a cloud, be it imported too or in the repository. */
function releaseOf(
  cloud: string | undefined,
  named: readonly NamedSite[],
  { clusters }: FleetFacts,
): Release | undefined {
  const imported = named.find(({ name }) => name === cloud)
  return imported ? findRelease(imported.site).release : clusters.find(({ name }) => name === cloud)?.release
}

interface Taken {
  readonly takenIds: Set<string>
  readonly takenAddresses: Set<string>
}

/** A cluster that is imported again is not in its own way. */
function takenBy({ clusters }: FleetFacts, names: readonly string[]): Taken {
  const others = clusters.filter(({ name }) => !names.includes(name))
  return {
    takenIds: new Set(others.map(({ siteId }) => siteId)),
    takenAddresses: new Set(others.flatMap(({ addresses }) => addresses)),
  }
}

function remember(settings: readonly Setting[], { takenIds, takenAddresses }: Taken): void {
  for (const { path, value } of settings) {
    if (path.join('.') === 'site.id') takenIds.add(String(value))
    if (path.join('.') === 'address') takenAddresses.add(String(value))
  }
}

/** Which edges come along with a cloud, and where they call it. */
function edgesOf(
  site: Site,
  sites: readonly Site[],
  clouds: readonly string[],
): Pick<Context, 'hasEdges' | 'addressesByEdges'> {
  const edges = roleOf(site) === 'cloud' && clouds.length === 1 ? sites.filter(other => roleOf(other) === 'edge') : []
  const called = edges.flatMap(({ configs }) => configs.flatMap(({ root }) => textAt(root, 'coreservice_ip') || []))
  return { hasEdges: edges.length > 0, addressesByEdges: [...new Set(called)] }
}

function writeCluster(
  site: Site,
  name: string,
  settings: readonly Setting[],
  sites: readonly Site[],
  fleet: FleetFacts,
): ImportedCluster {
  const file = fleet.fileOf(name)
  const schema = `${'../'.repeat(name.split('/').length + 1)}schemas/cluster.schema.json`
  const { text, kept } = writeClusterYaml(fleet.textOf(name), settings, ` yaml-language-server: $schema=${schema}`)
  const isNew = (setting: Setting) => setting.decide !== undefined && !kept.includes(setting)
  const decisions = settings.filter(isNew).map(setting => decision(setting, text, file))
  return {
    name,
    file,
    text,
    defects: [...decisions, ...kept.map(one => keptValue(one, text, file)), ...detect(site, sites)],
  }
}

function decision({ path, value, decide = '', at }: Setting, text: string, file: string): Defect {
  return {
    code: 'to-decide',
    outcome: 'decide',
    message: `${path.join('.')} is ${JSON.stringify(value)}: ${decide}`,
    why: 'The source does not tell it, or not so that it can be used.',
    here: 'correct the value, and delete the comment behind it',
    places: [placeIn(text, file, path), ...(at ? [at] : [])],
  }
}

function keptValue({ path, value, at }: Setting, text: string, file: string): Defect {
  return {
    code: 'kept-value',
    outcome: 'decide',
    message: `${path.join('.')} was there before, and the source says ${JSON.stringify(value)}`,
    why: 'What a person wrote stands.',
    here: 'correct it, if the source is right',
    places: [placeIn(text, file, path), ...(at ? [at] : [])],
  }
}

function placeIn(text: string, file: string, path: readonly string[]) {
  const [root] = parseDocuments(text, file).documents
  if (root === undefined) return { file, line: 1, column: 1 }
  const { line, column } = positionOf(root, path)
  return { file, line, column }
}

function hasCloud(cluster: ImportedCluster | undefined, fleet: FleetFacts): boolean {
  if (cluster === undefined) return false
  const [root] = parseDocuments(cluster.text, cluster.file).documents
  return has(root, 'cloud') || has(fleet.inheritedBy(cluster.name), 'cloud')
}

function needsCloud(site: Site): Diagnostic {
  const source = site.configs[0]?.root.at ?? site.workloads[0]?.containerAt
  return {
    code: 'import-needs-cloud',
    severity: 'error',
    message: 'this is an edge, and which cluster of the repository is its cloud is not known',
    fix: 'import the cloud first, or with it (name the folder above both), or name it with --cloud',
    ...(source && { source: { file: source.file, line: source.line, column: source.column } }),
  }
}
