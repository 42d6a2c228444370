import { parse } from 'yaml'
import type { FileStep } from '../git/list-commits.ts'

export type Settings = Readonly<Record<string, unknown>>

const settingsFile = /^clusters\/(?:(.+)\/)?(cluster|defaults)\.yaml$/

/** The settings of clusters at a time, as their files say them. */
export interface SettingsState {
  /** Those with a cluster.yaml, in the order of their names. */
  clusters(): readonly string[]
  /** What is written for a cluster, inherited keys included; undefined where there is no such cluster. */
  read(cluster: string): Settings | undefined
  /** The clusters that a file is about, whether it is there or not. */
  concerned(path: string): readonly string[]
  apply(files: readonly FileStep[]): void
}

/** Whether people write settings in a file. */
export function isSettingsPath(path: string): boolean {
  return settingsFile.test(path)
}

/** No clusters at first. `textOf` has the contents by their names; what is no YAML sets nothing. */
export function createSettingsState(textOf: (name: string) => string | undefined): SettingsState {
  const files = new Map<string, Settings>()
  const merged = new Map<string, Settings | undefined>()
  let names: readonly string[] | undefined
  const clusters = () => {
    names ??= [...files.keys()].flatMap(path => nameOf(path) ?? []).sort()
    return names
  }
  return {
    clusters,
    read: cluster => {
      if (!merged.has(cluster)) merged.set(cluster, readMerged(cluster))
      return merged.get(cluster)
    },
    concerned: path => {
      const own = nameOf(path)
      if (own !== undefined || !isSettingsPath(path)) return own === undefined ? [] : [own]
      const folder = path.replace(/^clusters\/|defaults\.yaml$/g, '')
      return clusters().filter(name => name.startsWith(folder))
    },
    apply: steps => {
      for (const { path, after } of steps.filter(step => isSettingsPath(step.path))) {
        if (after === undefined) files.delete(path)
        else files.set(path, readSettings(textOf(after)))
        names = undefined
        merged.clear()
      }
    },
  }

  function readMerged(cluster: string): Settings | undefined {
    const own = files.get(`clusters/${cluster}/cluster.yaml`)
    if (own === undefined) return undefined
    return [...defaultsAbove(cluster).map(path => files.get(path) ?? {}), own].reduce(merge)
  }
}

/** The cluster of a cluster.yaml. */
function nameOf(path: string): string | undefined {
  const [, folder, kind] = settingsFile.exec(path) ?? []
  return kind === 'cluster' ? folder : undefined
}

/** The outermost first. */
function defaultsAbove(cluster: string): readonly string[] {
  const parts = cluster.split('/')
  return parts.map((_, at) => ['clusters', ...parts.slice(0, at), 'defaults.yaml'].join('/'))
}

function readSettings(text = ''): Settings {
  try {
    const value: unknown = parse(text, { logLevel: 'silent' })
    return isMap(value) ? value : {}
  } catch {
    return {} // what nobody could read deployed nothing new
  }
}

/** Maps merge, all else is replaced by what is nearer. */
function merge(above: Settings, nearer: Settings): Settings {
  const merged = Object.entries(nearer).map(([key, value]) => {
    const old = Object.hasOwn(above, key) ? above[key] : undefined
    return [key, isMap(old) && isMap(value) ? merge(old, value) : value] as const
  })
  return { ...above, ...Object.fromEntries(merged) }
}

function isMap(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
