import { basename, dirname } from 'node:path'
import { type Node, parseDocuments, readResources } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { entriesAt, has } from '../node.ts'
import { components, type Site, type SourceFile } from '../site.ts'
import { isCompose, readCompose } from './read-compose.ts'
import { readConfig } from './read-config.ts'
import { readConfigs, readWorkloads } from './read-manifests.ts'
import { readNginx } from './read-nginx.ts'

export interface ReadSites {
  readonly sites: readonly Site[]
  /** What keeps a file from being read. */
  readonly diagnostics: readonly Diagnostic[]
}

type Part = Partial<Omit<Site, 'folder'>> & { readonly diagnostics?: readonly Diagnostic[] }

/** The files of each folder are one site; a folder of which no file has anything of FogFlow is none. */
export function readSites(files: readonly SourceFile[]): ReadSites {
  const folders = new Map<string, Part[]>()
  for (const file of files) {
    const folder = dirname(file.file)
    folders.set(folder, [...(folders.get(folder) ?? []), readFile(file)])
  }
  const sites = [...folders].map(([folder, parts]) => merge(folder, parts))
  const diagnostics = [...folders.values()].flat().flatMap(part => part.diagnostics ?? [])
  return { sites: sites.filter(isSite), diagnostics }
}

function merge(folder: string, parts: readonly Part[]): Site {
  const all = <T>(read: (part: Part) => readonly T[] | undefined) => parts.flatMap(part => read(part) ?? [])
  return {
    folder,
    configs: all(part => part.configs),
    workloads: all(part => part.workloads),
    resources: all(part => part.resources),
    routes: all(part => part.routes),
    values: all(part => part.values),
    scripts: all(part => part.scripts),
  }
}

/** Whether there is something to bring along: a config, a component, or the values of FogFlow's chart. */
function isSite({ configs, workloads, values }: Site): boolean {
  return configs.length + values.length > 0 || workloads.some(({ imageName }) => /(?:^|\/)fogflow\//.test(imageName))
}

function readFile(source: SourceFile): Part {
  const name = basename(source.file)
  if (/nginx.*\.conf$|^default\.conf$/.test(name)) return { routes: readNginx(source) }
  if (/\.json$/i.test(name)) return readJsonFile(source)
  if (/^kustomization\.ya?ml$/i.test(name) || !/\.ya?ml$/i.test(name)) return { scripts: [source] }
  return readYamlFile(source)
}

function readJsonFile({ file, text }: SourceFile): Part {
  if (/"apiVersion"\s*:/.test(text)) return readYamlFile({ file, text })
  const { root, diagnostics } = readConfig(text, (line, column) => ({ file, line, column }))
  if (basename(file) !== 'config.json' && !(root && isConfig(root))) return {}
  return { configs: root ? [{ root }] : [], diagnostics }
}

/** Two components at the root: no other JSON looks like it. */
function isConfig(root: Node): boolean {
  return components.filter(component => has(root, component)).length >= 2
}

function readYamlFile({ file, text }: SourceFile): Part {
  const { documents, diagnostics } = parseDocuments(text, file)
  if (diagnostics.length > 0) return { diagnostics: text.includes('{{') ? [template(file)] : diagnostics }
  if (documents.some(document => has(document, 'apiVersion') || has(document, 'kind'))) return readManifests(text, file)
  const maps = documents.flatMap(document => (document.kind === 'map' ? [document] : []))
  const compose = maps.filter(isCompose).flatMap(readCompose)
  return { workloads: compose, values: maps.filter(document => !isCompose(document) && isChartValues(document)) }
}

function template(file: string): Diagnostic {
  return {
    code: 'chart-template',
    severity: 'warning',
    message: 'the template of a chart is not read: what it says depends on values',
    fix: 'import what `helm template` prints for it',
    source: { file, line: 1, column: 1 },
  }
}

function readManifests(text: string, file: string): Part {
  const { resources, diagnostics } = readResources(text, file)
  const configs = resources.map(readConfigs)
  return {
    resources,
    workloads: resources.flatMap(readWorkloads),
    configs: configs.flatMap(read => read.configs),
    diagnostics: [...diagnostics, ...configs.flatMap(read => read.diagnostics)],
  }
}

/** The values of FogFlow's own charts (helm/fogflow-chart, deployment/helm): keys that they have and hardly another has. */
function isChartValues(document: Node): boolean {
  const keys = new Set(entriesAt(document).map(([key]) => key))
  return (
    ['replicaCount', 'externalIPs', 'configJson', 'nginxConf', 'dgraph', 'Service', 'namespace'].filter(key =>
      keys.has(key),
    ).length >= 2
  )
}
