import { relative, sep } from 'node:path'
import { nodeAt, parseFieldPath, positionOf } from 'kustomize-ts'
import type { Cluster } from '../../model/cluster.ts'
import type { Fleet } from '../../model/fleet.ts'
import { imageNames } from '../kustomization/images.ts'

/** An entry of Renovate's packageRules: what it may propose for a dependency in these files. */
export interface HoldRule {
  readonly description: string
  readonly matchFileNames: readonly string[]
  readonly matchDepNames: readonly string[]
  readonly allowedVersions: string
}

/** What the descriptions of the rules begin with: all others belong to a person. */
export const mark = 'From rollout.hold, by npm run generate: '

interface Held {
  readonly dependency: string
  readonly file: string
  readonly values: Set<string>
  readonly reasons: Set<string>
}

/**
 * The values that rollout.hold keeps away, as rules for Renovate. Of several rules that fit, Renovate takes the last alone:
 * so a file has one rule for a dependency, with all that is held there.
 */
export function listHoldRules({ root, clusters }: Fleet): readonly HoldRule[] {
  const held = new Map<string, Held>()
  for (const cluster of clusters) {
    const { hold } = cluster.settings.rollout
    const dependency = hold && dependencyOf(hold.key, cluster)
    if (hold === undefined || dependency === undefined) continue
    for (const file of listFiles(cluster, hold.key, root)) {
      const place = JSON.stringify([dependency, file])
      const one = held.get(place) ?? { dependency, file, values: new Set(), reasons: new Set() }
      one.values.add(String(hold.value))
      one.reasons.add(hold.reason)
      held.set(place, one)
    }
  }
  return foldFiles([...held.values()])
}

/** What Renovate calls that which a key is the version of; undefined for a key that is no version. */
function dependencyOf(key: string, { settings }: Cluster): string | undefined {
  if (key === 'release') return 'fogflow'
  const [group, component = '', field] = parseFieldPath(key)
  if (group !== 'images' || field !== 'tag') return undefined
  return settings.images[component]?.name ?? imageNames[component]
}

/** The cluster's own file, and the one that it has the key from: a new value there would reach it, too. */
function listFiles({ root, folder }: Cluster, key: string, repository: string): readonly string[] {
  const path = parseFieldPath(key)
  const source = nodeAt(root, path) === undefined ? [] : [positionOf(root, path).file]
  const files = [`${folder}/cluster.yaml`, ...source]
  return [...new Set(files.map(file => relative(repository, file).split(sep).join('/')))]
}

function foldFiles(held: readonly Held[]): readonly HoldRule[] {
  const rules = new Map<string, HoldRule>()
  for (const { dependency, file, values, reasons } of held) {
    const allowedVersions = `!/^(${[...values].sort().map(escapePattern).join('|')})$/`
    const description = mark + [...reasons].sort().join('; ')
    const key = JSON.stringify([dependency, allowedVersions, description])
    const files = [...(rules.get(key)?.matchFileNames ?? []), file].sort()
    rules.set(key, { description, matchFileNames: files, matchDepNames: [dependency], allowedVersions })
  }
  return [...rules].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, rule]) => rule)
}

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
