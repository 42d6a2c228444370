import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Cluster } from '../../model/cluster.ts'

/**
 * How the clusters of a rollout are divided: by `rollout.wave`, by folder, by a label, by counts of which the last is
 * repeated, or one cluster and then four times as many each time.
 */
export type Waves =
  | { readonly by: 'wave' | 'region' | 'growing' }
  | { readonly by: 'label'; readonly key: string }
  | { readonly by: 'counts'; readonly sizes: readonly Size[] }

interface Size {
  readonly count: number
  /** Of all clusters of the rollout. */
  readonly isPercent: boolean
}

const growth = 4

/** Throws CannotFinish where the text is none of the forms. */
export function readWaves(text: string): Waves {
  if (text === 'wave' || text === 'region' || text === 'growing') return { by: text }
  const [, key] = /^label:(.+)$/s.exec(text) ?? []
  if (key !== undefined) return { by: 'label', key }
  const sizes = text.split(',').map(readSize)
  if (sizes.every(size => size !== undefined)) return { by: 'counts', sizes }
  throw new CannotFinish(
    `--waves ${JSON.stringify(text)}: write wave, region, label:KEY, growing, or counts such as 1,5,25%`,
  )
}

function readSize(text: string): Size | undefined {
  const [, digits, percent] = /^([1-9]\d{0,5})(%?)$/.exec(text.trim()) ?? []
  const count = Number(digits)
  if (digits === undefined || (percent === '%' && count > 100)) return undefined
  return { count, isPercent: percent === '%' }
}

export function formatWaves(waves: Waves): string {
  if (waves.by === 'label') return `label:${waves.key}`
  if (waves.by !== 'counts') return waves.by
  return waves.sizes.map(({ count, isPercent }) => `${count}${isPercent ? '%' : ''}`).join(',')
}

/** What nobody has chosen: the waves that the clusters have themselves, if any has one. */
export function defaultWaves(targets: readonly Cluster[]): Waves {
  return { by: targets.some(({ settings }) => settings.rollout.wave !== undefined) ? 'wave' : 'growing' }
}

/** What of a rollout has been planned or done already. */
export interface Progress {
  readonly waves: number
  readonly clusters: number
}

/**
 * The clusters of the next wave: some of those that remain, at least one. The first wave is one cluster alone, the canary,
 * where the user has not said how many or which it has.
 */
export function takeWave(remaining: readonly Cluster[], waves: Waves, done: Progress): readonly Cluster[] {
  if (waves.by === 'growing') return remaining.slice(0, growth ** done.waves)
  if (waves.by === 'counts') return remaining.slice(0, sizeOf(waves.sizes, remaining.length, done))
  const [first = []] = group(remaining, waves)
  return waves.by !== 'wave' && done.waves === 0 ? first.slice(0, 1) : first
}

function sizeOf(sizes: readonly Size[], remaining: number, done: Progress): number {
  const { count, isPercent } = sizes[done.waves] ?? sizes.at(-1) ?? { count: 1, isPercent: false }
  return isPercent ? Math.ceil(((done.clusters + remaining) * count) / 100) : count
}

/** In the order of their keys; those without one come last. */
function group(clusters: readonly Cluster[], waves: Waves): readonly (readonly Cluster[])[] {
  const groups = new Map<string, Cluster[]>()
  for (const cluster of clusters) {
    const key = keyOf(cluster, waves)
    const members = groups.get(key)
    if (members) members.push(cluster)
    else groups.set(key, [cluster])
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, members]) => members)
}

function keyOf({ name, settings }: Cluster, waves: Waves): string {
  if (waves.by === 'region') return name.slice(0, Math.max(0, name.lastIndexOf('/')))
  const { wave, labels } = settings.rollout
  const key = waves.by === 'label' ? labels[waves.key] : wave?.toString().padStart(2, '0')
  return key === undefined ? '\uffff' : key
}
