import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMany } from 'kustomize-ts'
import { toolPath } from '../../tools/tool-path.ts'
import type { Bench, Figure } from '../figure.ts'
import { makeAggregate, makeOverlays } from '../make-overlays.ts'

/**
 * kustomize-ts beside kustomize: single builds by CPU time (user and system), which other programs on the machine
 * disturb least, many of them by the clock.
 */
export const bench: Bench = () => {
  const root = mkdtempSync(join(tmpdir(), 'bench-kustomize-'))
  try {
    return [...benchOverlays(root), ...benchAggregates(root)]
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** Warm: the code has run and the base is known, but none of these overlays has been built. */
function benchOverlays(root: string): readonly Figure[] {
  const overlays = makeOverlays(root, 1000)
  const start = performance.now()
  timeBuilds(overlays)
  const all = performance.now() - start
  const warm = makeOverlays(root, 200, 'warm')
  const one = timeBuilds(warm, overlays.slice(0, 400)) / warm.length
  const peerStart = performance.now()
  const peer = timeKustomize(overlays.slice(0, 20))
  const peerAll = ((performance.now() - peerStart) / 20) * 1000
  return [
    { name: '1 overlay, 19 resources, warm, CPU', value: one, unit: 'ms', ...describePeer('kustomize build', peer) },
    {
      name: '1,000 overlays over one base',
      value: all,
      unit: 'ms',
      ...describePeer('kustomize build, 20 × 50', peer && peerAll),
    },
  ]
}

/** The cost of a resource must not grow with their number. */
function benchAggregates(root: string): readonly Figure[] {
  const overlays = makeOverlays(root, 500)
  const before = makeAggregate(root, makeOverlays(root, 100, 'warm'), 'aggregate-warm')
  const [small, large] = [50, 500].map(count => {
    const folder = makeAggregate(root, overlays.slice(0, count), `aggregate-${count}`)
    return timeBuilds([folder], [before]) / (count * 19)
  })
  const peer = timeKustomize([join(root, 'aggregate-50')])
  return [
    {
      name: '500 overlays in one, a resource',
      value: (large ?? 0) * 1000,
      unit: 'µs',
      peer: '50 overlays in one',
      peerValue: (small ?? 0) * 1000,
    },
    {
      name: '50 overlays in one, a resource',
      value: (small ?? 0) * 1000,
      unit: 'µs',
      ...describePeer('kustomize build', peer && (peer * 1000) / (50 * 19)),
    },
  ]
}

/** CPU milliseconds for all of these builds, in this process, after the builds of `before`. */
function timeBuilds(folders: readonly string[], before: readonly string[] = []): number {
  let start = process.cpuUsage()
  let left = before.length
  for (const { yaml, diagnostics } of buildMany([...before, ...folders])) {
    if (yaml === '') throw new Error(diagnostics.map(({ message }) => message).join())
    if (--left === 0) start = process.cpuUsage()
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** CPU milliseconds of a kustomize process, the mean over these folders; undefined where kustomize is not installed. */
function timeKustomize(folders: readonly string[]): number | undefined {
  const kustomize = toolPath('kustomize')
  if (kustomize === undefined) return undefined
  // The shell's `times` prints the time of its children in its second line.
  const script = 'for folder; do "$0" build "$folder" > /dev/null || exit 1; done; times'
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, kustomize, ...folders], { encoding: 'utf8' })
  const children = stdout.trim().split('\n').at(-1) ?? ''
  if (status !== 0) throw new Error(`kustomize build: ${stderr}`)
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  )
  return (seconds.reduce((sum, part) => sum + part, 0) * 1000) / folders.length
}

function describePeer(peer: string, peerValue: number | undefined): { peer?: string; peerValue?: number } {
  return peerValue === undefined ? {} : { peer, peerValue }
}
