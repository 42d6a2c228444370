import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { buildMany } from 'kustomize-ts'
import { repository } from '../../../scripts/testing/capture.ts'
import { toolPath } from '../../tools/tool-path.ts'
import { measureCpu } from '../cpu-time.ts'
import type { Bench, Figure } from '../figure.ts'
import { makeAggregate, makeOverlays } from '../make-overlays.ts'

/**
 * kustomize-ts beside kustomize: single builds by CPU time (user and system), which other programs on the machine
 * disturb least, many of them by the clock.
 */
export const bench: Bench = async () => {
  const root = mkdtempSync(join(tmpdir(), 'bench-kustomize-'))
  try {
    const library = await loadPacked(root)
    return [...benchOverlays(root, library), ...benchAggregates(root, library)]
  } finally {
    rmSync(root, { recursive: true })
  }
}

interface Library {
  readonly buildMany: typeof buildMany
}

/** The library as its package has it: without what a loader for TypeScript adds to every function. */
async function loadPacked(root: string): Promise<Library> {
  const outfile = join(root, 'kustomize-ts.mjs')
  await build({
    entryPoints: [join(repository, 'packages/kustomize-ts/src/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The yaml package asks for modules of Node by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///')" },
  })
  return (await import(pathToFileURL(outfile).href)) as Library
}

/** Warm: the code has run and the base is known, but none of these overlays has been built. */
function benchOverlays(root: string, library: Library): readonly Figure[] {
  const overlays = makeOverlays(root, 1000)
  const all = timeBuilds(library, overlays)
  const warm = makeOverlays(root, 200, 'warm')
  const one = timeBuilds(library, warm, overlays.slice(0, 400))
  const peerStart = performance.now()
  const peer = timeKustomize(overlays.slice(0, 20))
  const peerClock = (performance.now() - peerStart) / 20
  const name = '1 overlay, 19 resources, warm'
  return [
    { name, value: one.clock / warm.length, unit: 'ms', ...describePeer('kustomize build', peer && peerClock) },
    { name: `${name}, CPU`, value: one.cpu / warm.length, unit: 'ms', ...describePeer('kustomize build', peer) },
    {
      name: '1,000 overlays over one base',
      value: all.clock,
      unit: 'ms',
      ...describePeer('kustomize build, 20 × 50', peer && peerClock * 1000),
    },
  ]
}

/** The cost of a resource must not grow with their number. */
function benchAggregates(root: string, library: Library): readonly Figure[] {
  const overlays = makeOverlays(root, 500)
  const before = makeAggregate(root, makeOverlays(root, 100, 'warm'), 'aggregate-warm')
  const [small, large] = [50, 500].map(count => {
    const folder = makeAggregate(root, overlays.slice(0, count), `aggregate-${count}`)
    return timeBuilds(library, [folder], [before]).cpu / (count * 19)
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

interface Times {
  readonly clock: number
  readonly cpu: number
}

/** Milliseconds for all of these builds, in this process, after the builds of `before`. */
function timeBuilds({ buildMany }: Library, folders: readonly string[], before: readonly string[] = []): Times {
  let start = { clock: performance.now(), cpu: process.cpuUsage() }
  let left = before.length
  for (const { yaml, diagnostics } of buildMany([...before, ...folders])) {
    if (yaml === '') throw new Error(diagnostics.map(({ message }) => message).join())
    if (--left === 0) start = { clock: performance.now(), cpu: process.cpuUsage() }
  }
  const { user, system } = process.cpuUsage(start.cpu)
  return { clock: performance.now() - start.clock, cpu: (user + system) / 1000 }
}

/** CPU milliseconds of a kustomize process, the mean over these folders; undefined where kustomize is not installed. */
function timeKustomize(folders: readonly string[]): number | undefined {
  const kustomize = toolPath('kustomize')
  if (kustomize === undefined) return undefined
  const script = 'for folder; do "$0" build "$folder" > /dev/null || exit 1; done'
  return measureCpu(script, [kustomize, ...folders]) / folders.length
}

function describePeer(peer: string, peerValue: number | undefined): { peer?: string; peerValue?: number } {
  return peerValue === undefined ? {} : { peer, peerValue }
}
