import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { nearest } from '../../text/nearest.ts'
import { unreadable } from '../read-text.ts'

const defaultsName = 'defaults.yaml'
const clusterName = 'cluster.yaml'
const settingsNames: readonly string[] = [clusterName, defaultsName]

/** A cluster.yaml and what it inherits from. */
export interface ClusterFiles {
  /** The path below clusters/. */
  readonly name: string
  /** Absolute. */
  readonly folder: string
  readonly file: string
  /** The defaults.yaml files above it, the topmost first. */
  readonly defaults: readonly string[]
}

export interface SettingsFiles {
  readonly clusters: readonly ClusterFiles[]
  readonly defaults: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What a folder has from those above it. */
interface Above {
  readonly defaults: readonly string[]
  /** The name of the cluster in whose folder it is. */
  readonly owner?: string
}

/** Every cluster.yaml and defaults.yaml below the folder clusters/ of a repository, in the order of their paths. */
export function findSettingsFiles(root: string): SettingsFiles {
  const top = join(root, 'clusters')
  const clusters: ClusterFiles[] = []
  const defaults: string[] = []
  const diagnostics: Diagnostic[] = []
  if (existsSync(top)) visit(top, { defaults: [] })
  return { clusters, defaults, diagnostics }

  function visit(folder: string, above: Above): void {
    const entries = listFolder(folder, diagnostics)
    const files = new Set(entries.filter(entry => entry.isFile()).map(entry => entry.name))
    const own = files.has(defaultsName) ? [join(folder, defaultsName)] : []
    defaults.push(...own)
    const inner = { ...above, defaults: [...above.defaults, ...own] }
    const owner = files.has(clusterName) ? addCluster(folder, inner) : above.owner
    diagnostics.push(...entries.flatMap(entry => judgeEntry(entry, join(folder, entry.name))))
    for (const entry of entries.filter(isOpenFolder)) {
      visit(join(folder, entry.name), { ...inner, ...(owner !== undefined && { owner }) })
    }
  }

  /** Returns the name of the cluster to which the folders below belong. */
  function addCluster(folder: string, above: Above): string {
    const file = join(folder, clusterName)
    const name = relative(top, folder).split(sep).join('/')
    if (above.owner !== undefined) diagnostics.push(nested(file, above.owner))
    else if (name === '') diagnostics.push(nameless(file))
    else clusters.push({ name, folder, file, defaults: above.defaults })
    return above.owner ?? name
  }
}

function listFolder(folder: string, diagnostics: Diagnostic[]): readonly Dirent[] {
  try {
    if (lstatSync(folder).isSymbolicLink()) diagnostics.push(link(folder))
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    diagnostics.push(unreadable(folder, error))
    return []
  }
}

function judgeEntry(entry: Dirent, path: string): readonly Diagnostic[] {
  if (entry.isSymbolicLink()) return [link(path)]
  if (!entry.isFile() && settingsNames.includes(entry.name)) return [noFile(path, entry)]
  return entry.isFile() && isMisspelt(entry.name) ? [misspelt(path, entry.name)] : []
}

const isOpenFolder = (entry: Dirent) => entry.isDirectory() && !entry.name.startsWith('.')

/** The file that was probably meant. */
function meant(name: string): string | undefined {
  const usual = name.toLowerCase().replace(/\.ya?ml$/, '.yaml')
  return settingsNames.find(known => known === usual) ?? nearest(usual, settingsNames)
}

function isMisspelt(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !settingsNames.includes(name) && meant(name) !== undefined
}

function misspelt(file: string, name: string): Diagnostic {
  const message = `nobody reads a file of the name ${JSON.stringify(name)}`
  return problem('misspelt-settings-file', file, message, `call it ${meant(name)}`)
}

function noFile(path: string, entry: Dirent): Diagnostic {
  const message = `${JSON.stringify(entry.name)} is ${entry.isDirectory() ? 'a folder' : 'no regular file'}, and the settings belong into a file of that name`
  return problem('settings-form', path, message, 'rename it, and write the file')
}

/** A cluster in the folder of another. */
export function nested(file: string, owner: string): Diagnostic {
  const message = `this cluster stands in the folder of the cluster "${owner}"`
  return problem(
    'nested-cluster',
    file,
    message,
    'move its folder beside that one; what both share goes into defaults.yaml',
  )
}

function nameless(file: string): Diagnostic {
  const message = 'a cluster is named after its folder below clusters/, and this file has none'
  return problem('nameless-cluster', file, message, 'move it to clusters/<name>/cluster.yaml')
}

function link(file: string): Diagnostic {
  const message =
    'a symbolic link below clusters/ is not followed: it could leave the repository or make a cluster appear twice'
  return problem(
    'symbolic-link',
    file,
    message,
    'put the file or folder itself there; what clusters share goes into defaults.yaml',
  )
}

function problem(code: string, file: string, message: string, fix: string): Diagnostic {
  return { code, severity: 'error', message, fix, source: { file, line: 1, column: 1 } }
}
