import { formatFieldPath } from 'kustomize-ts'
import type { Commit } from '../git/list-commits.ts'
import type { Deployment, KeyChange, Run } from '../model/history.ts'
import { listChangedKeys } from '../settings/changed-keys.ts'
import { readMessage } from './read-message.ts'
import { createSettingsState, type Settings, type SettingsState } from './settings.ts'

/** Without a word of it, what a cluster runs (schemas/cluster.schema.json). */
const usualRelease = '3.2.8'

export interface Trace {
  /** The oldest first. */
  readonly deployments: readonly Deployment[]
  readonly runs: ReadonlyMap<string, readonly Run[]>
}

/** Plays the commits, the oldest first, and notes what each does to which clusters. */
export function traceDeployments(commits: readonly Commit[], textOf: (name: string) => string | undefined): Trace {
  const state = createSettingsState(textOf)
  const runs = new Map<string, Run[]>()
  const deployments = commits.flatMap(commit => {
    const deployment = play(commit, state)
    for (const name of deployment.clusters) note(runs, name, state.read(name), commit)
    return deployment.clusters.length === 0 ? [] : [deployment]
  })
  return { deployments, runs }
}

function play({ hash, at, message, files }: Commit, state: SettingsState): Deployment {
  const old = new Set(state.clusters())
  const paths = files.map(({ path }) => path)
  const concerned = () => paths.filter(path => path.startsWith('clusters/')).flatMap(path => state.concerned(path))
  const before = new Map(concerned().map(name => [name, state.read(name)]))
  state.apply(files)
  const young = new Set(state.clusters())
  for (const name of concerned()) if (!before.has(name)) before.set(name, undefined)
  const isShared = paths.some(path => /^(base|overlays)\//.test(path))
  const known = new Set([...old, ...young])
  const reached = isShared ? known : new Set(paths.flatMap(path => ownerOf(path, known)))
  return {
    ...{ commit: hash, at, ...readMessage(message), isShared },
    clusters: [...reached].sort(),
    added: [...young].filter(name => !old.has(name)),
    removed: [...old].filter(name => !young.has(name)),
    settings: new Map(
      [...before]
        .map(([name, settings]) => [name, listKeys(settings, state.read(name))] as const)
        .filter(([name, keys]) => keys.length > 0 && reached.has(name)),
    ),
  }
}

/** The cluster in whose folder a file is: what is generated is committed, so that a defaults.yaml reaches it there. */
function ownerOf(path: string, clusters: ReadonlySet<string>): readonly string[] {
  const parts = path.split('/').slice(1, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/')).filter(name => clusters.has(name))
}

/** Of a cluster that comes or goes, nothing but that is told. */
function listKeys(before: Settings | undefined, after: Settings | undefined): readonly KeyChange[] {
  if (before === undefined || after === undefined) return []
  return listChangedKeys(before, after).map(({ path, ...sides }) => ({ key: formatFieldPath(path), ...sides }))
}

function note(runs: Map<string, Run[]>, name: string, settings: Settings | undefined, { hash, at }: Commit): void {
  const list = runs.get(name) ?? []
  runs.set(name, list)
  const last = list.at(-1)
  const release = settings && String(settings.release ?? usualRelease)
  if (last !== undefined && last.until === undefined) {
    if (last.release === release) return
    list[list.length - 1] = { ...last, until: at }
  }
  if (release !== undefined) list.push({ release, commit: hash, since: at })
}
