import { join } from 'node:path'
import { formatFieldPath, positionOf, toValue } from 'kustomize-ts'
import type { Cluster } from '../../model/cluster.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fleet } from '../../model/fleet.ts'
import { type ChangedKey, listChangedKeys } from '../../settings/changed-keys.ts'
import type { SettingsEdit } from '../../settings/edit-settings.ts'
import { chooseHold, toEdit } from './find-holds.ts'

/** The fleet in front of a commit, right behind it, and as it is now. */
export interface FleetHistory {
  readonly before: Fleet
  readonly after: Fleet
  readonly now: Fleet
}

export interface UndoneSites {
  /** What is to be written into cluster.yaml files, by their paths from the root. */
  readonly edits: ReadonlyMap<string, readonly SettingsEdit[]>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Takes back for some sites alone what a commit changed in their settings, also where it did so in a defaults.yaml: the
 * cluster.yaml of each gets the value of before.
 */
export function undoSites(names: readonly string[], history: FleetHistory, reason: string): UndoneSites {
  const [before, after, now] = [history.before, history.after, history.now].map(indexFleet)
  const edits = new Map<string, readonly SettingsEdit[]>()
  const diagnostics: Diagnostic[] = []
  for (const name of names) {
    const sides = { before: before?.get(name), after: after?.get(name), now: now?.get(name) }
    if (!sides.before || !sides.after || !sides.now) diagnostics.push(absent(name, sides))
    else {
      const found = undoSite(sides.before, sides.after, sides.now, reason)
      diagnostics.push(...found.diagnostics)
      if (found.edits.length > 0) edits.set(`clusters/${name}/cluster.yaml`, found.edits)
    }
  }
  return { edits, diagnostics }
}

function undoSite(before: Cluster, after: Cluster, now: Cluster, reason: string) {
  const keys = listChangedKeys(toValue(before.root), toValue(after.root)).filter(({ path }) => path[0] !== 'rollout')
  const changedLater = listChangedKeys(toValue(after.root), toValue(now.root)).map(({ path }) => formatFieldPath(path))
  const isLater = ({ path }: { path: readonly string[] }) => changedLater.includes(formatFieldPath(path))
  const hold = chooseHold(keys)
  return {
    edits: [
      ...keys.map(({ path, before: value }) => ({ path, value })),
      ...(hold === undefined ? [] : [toEdit(hold, reason)]),
    ],
    diagnostics: [
      ...keys.filter(isLater).map(({ path }) => changedAgain(path, now)),
      ...keys.filter(key => !isLater(key) && isInherited(key, now)).map(({ path }) => inherited(path, now)),
    ],
  }
}

/** Whether the cluster had no such key, and now has it from a defaults.yaml: its own file cannot take it away again. */
function isInherited({ path, before }: ChangedKey, { root, folder }: Cluster): boolean {
  return before === undefined && positionOf(root, path).file !== join(folder, 'cluster.yaml')
}

function inherited(path: readonly string[], { root, name }: Cluster): Diagnostic {
  const { file, line, column } = positionOf(root, path)
  return {
    code: 'revert-conflict',
    severity: 'error',
    message: `${name} had no ${formatFieldPath(path)} before, and inherits it from here now: it cannot be without it alone`,
    fix: 'roll the whole commit back, or set in its cluster.yaml what it is to have instead',
    source: { file, line, column },
  }
}

function changedAgain(path: readonly string[], { root, name }: Cluster): Diagnostic {
  const { file, line, column } = positionOf(root, path)
  return {
    code: 'revert-conflict',
    severity: 'error',
    message: `a later commit has changed ${formatFieldPath(path)} of ${name} again`,
    fix: 'roll the later commit back first, or set the key by hand in a pull request of your own',
    source: { file, line, column },
  }
}

function absent(name: string, sides: { before?: Cluster | undefined; now?: Cluster | undefined }): Diagnostic {
  const message = sides.now ? `the commit brought ${name} into Git` : `${name} is no longer in Git`
  const fix = sides.now
    ? 'roll the whole commit back, or delete its folder in a pull request of your own'
    : 'leave it out'
  return {
    code: 'revert-conflict',
    severity: 'error',
    message: sides.before ? `${message} or took it out` : message,
    fix,
    clusters: [`clusters/${name}`],
  }
}

const indexFleet = ({ clusters }: Fleet) => new Map(clusters.map(cluster => [cluster.name, cluster]))
