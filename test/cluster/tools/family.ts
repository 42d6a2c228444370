import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What build.json says beside a go.mod: how the programs of its `tool` lines are built. */
export interface Recipe {
  /** The module whose version is the family's. */
  readonly of: string
  /** What the one program is called, where Go would name it after a folder. */
  readonly program?: string
  /** Variables of the linker; `{version}` stands for the version without its v. */
  readonly stamp?: Readonly<Record<string, string>>
  /** Folder beside the programs → what is copied into it from a module's sources. */
  readonly data?: Readonly<Record<string, { readonly module: string; readonly folder: string }>>
}

/** Programs that share a go.mod, since their dependencies agree. */
export interface Family {
  readonly name: string
  readonly source: string
  readonly version: string
  readonly recipe: Recipe
  /** Where the built programs are: outside the repository, and another folder for whatever changes them. */
  readonly folder: string
  /** What is in that folder when all is built: programs, and folders of data. */
  readonly parts: readonly string[]
}

const sources = import.meta.dirname
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fogflow-gitops/tools')

/** All families: the folders here that have a go.mod. */
export const familyNames: readonly string[] = readdirSync(sources).filter(name =>
  existsSync(join(sources, name, 'go.mod')),
)

/** Versions of Kubernetes that there is a control plane of, such as 1.34; oldest first. */
export const kubernetesVersions: readonly string[] = familyNames
  .flatMap(name => (name.startsWith('kube-') ? [name.slice('kube-'.length)] : []))
  .sort()

/** Reads a family's pins. Its folder's name ends in a hash of all that decides the bytes of its programs but the compiler. */
export function readFamily(name: string): Family {
  const source = join(sources, name)
  const [mod, sum, build] = ['go.mod', 'go.sum', 'build.json'].map(file => readFileSync(join(source, file), 'utf8'))
  const recipe = JSON.parse(build ?? '') as Recipe
  const version = new RegExp(`^\\s*(?:require )?${recipe.of} (v\\S+)`, 'm').exec(mod ?? '')?.[1]
  if (!version) throw new Error(`${source}/go.mod does not require ${recipe.of}, the module that build.json names`)
  const hash = createHash('sha256').update([mod, sum, build, flags.join()].join('\0')).digest('hex').slice(0, 8)
  const folder = join(cache, `${name}-${version}-${hash}`)
  return { name, source, version, recipe, folder, parts: listParts(mod ?? '', recipe) }
}

/** Go calls a program after the last folder of its package. */
function listParts(mod: string, { program, data = {} }: Recipe): readonly string[] {
  const [, many, one] = /^tool (?:\(\n([^)]*)\)|(\S+))/m.exec(mod) ?? []
  const packages = (many ?? one ?? '').trim().split(/\s+/)
  const programs = program ? [program] : packages.map(path => path.split('/').at(-1) ?? '')
  return [...programs, ...Object.keys(data)]
}

/** Whether nothing of a family is missing: somebody may have tidied up in the cache. */
export const isBuilt = ({ folder, parts }: Pick<Family, 'folder' | 'parts'>): boolean =>
  parts.every(part => existsSync(join(folder, part)))

/** Small and the same wherever they are built. */
export const flags: readonly string[] = ['-trimpath']
