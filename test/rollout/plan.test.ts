import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { applyChanges } from '../../scripts/disk/apply-changes.ts'
import { openTree } from '../../scripts/fleet/open-tree.ts'
import { planFleet, readFleet } from '../../scripts/fleet/plan-fleet.ts'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { plan, type RolloutPlan } from '../../scripts/rollout/plan/plan.ts'
import { readRequest, type WrittenRequest } from '../../scripts/rollout/plan/read-request.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

const top = 'role: cloud\ntopology: single-node\nengine: flux\nrepository: { url: "https://git.example.org/f.git" }\n'

/** A repository of these settings files, generated, by their paths below clusters/. */
function makeFleet(files: Readonly<Record<string, string>>): string {
  const all = Object.entries({ 'defaults.yaml': top, ...files })
  const root = writeTree(Object.fromEntries(all.map(([path, text]) => [`clusters/${path}`, text])))
  roots.push(root)
  for (const feature of ['a', 'b']) mkdirSync(join(root, 'base/features', feature), { recursive: true })
  applyChanges(planFleet(readFleet(root).fleet), root)
  return root
}

const site = (id: number | string, more = '') =>
  `site: { id: "s${id}", location: { latitude: 1, longitude: 2 } } # here\n${more}`

const lines = {
  free: '',
  held: '  hold: { key: release, value: "3.2.6", reason: it broke }\n',
  done: 'release: "3.2.6"\n',
} as const

function describeSite(id: number, is: keyof typeof lines, wave: number): string {
  return site(id, `rollout:\n  labels: { tier: t${id % 2} }\n  wave: ${wave}\n${lines[is]}`)
}

function planOf(root: string, request: WrittenRequest): RolloutPlan {
  const tree = openTree(root)
  return plan(tree, readRequest(request, tree.fleet))
}

/** Merges a step: the tree is then what `generate` gives, or this throws. */
function merge(root: string, { steps }: RolloutPlan, at: number): void {
  const files = steps[at]?.files ?? []
  const writes = new Map(files.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text] as const])))
  applyChanges({ writes, deletes: files.flatMap(({ path, text }) => (text === undefined ? [path] : [])) }, root)
  const { writes: stale, deletes: left } = planFleet(readFleet(root).fleet)
  expect([[...stale.keys()], left]).toEqual([[], []])
}

const wave = (found: RolloutPlan) => found.steps.filter(({ kind }) => kind === 'wave').map(({ clusters }) => clusters)

describe('the plan of a rollout', () => {
  it('has each targeted cluster exactly once and in order, never a held one, and its trees are what generate gives', () => {
    const one = fc.record({ is: fc.constantFrom('free', 'held', 'done'), wave: fc.nat({ max: 3 }) })
    const sites = fc.array(one, { minLength: 1, maxLength: 9 })
    const waves = fc.constantFrom('growing', 'region', 'wave', 'label:tier', '1,2', '1,50%', '3')
    fc.assert(
      fc.property(sites, waves, fc.constantFrom('**', 'r1/**'), (sites, by, to) => {
        const files = sites.map(({ is, wave }, at) => [`r${at % 2}/c${at}/cluster.yaml`, describeSite(at, is, wave)])
        const root = makeFleet({ ...Object.fromEntries(files), 'r1/c/cluster.yaml': site('x') })
        const request = { set: 'release=3.2.6', to: [to], waves: by }
        const found = planOf(root, request)
        const names = openTree(root).fleet.clusters.map(({ name }) => name)
        const held = found.held.map(({ cluster }) => cluster)
        const targets = names.filter(name => to === '**' || name.startsWith('r1/'))
        expect([...wave(found).flat(), ...held, ...found.current].sort()).toEqual(targets)
        const listNames = (wanted: string) =>
          sites.flatMap(({ is }, at) =>
            is === wanted && targets.includes(`r${at % 2}/c${at}`) ? [`r${at % 2}/c${at}`] : [],
          )
        expect([held, found.current]).toEqual([listNames('held').sort(), listNames('done').sort()])
        expect(found.steps.map(({ index }) => index)).toEqual(found.steps.map((_, at) => at + 1))
        for (const at of found.steps.keys()) merge(root, found, at)
        expect(planOf(root, request).steps).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('begins with a canary and grows; counts repeat their last; percentages are of all', () => {
    const files = Array.from({ length: 30 }, (_, index) => [
      `c${String(index).padStart(2, '0')}/cluster.yaml`,
      site(index),
    ])
    const root = makeFleet(Object.fromEntries(files))
    const sizes = (waves?: string) =>
      wave(planOf(root, { set: 'worker.capacity=2', to: ['**'], waves })).map(({ length }) => length)
    expect(sizes()).toEqual([1, 4, 16, 9])
    expect(sizes('1,5,25%')).toEqual([1, 5, 8, 8, 8])
    expect(sizes('100%')).toEqual([30])
    expect(sizes('region')).toEqual([1, 29])
  })

  it('lifts the value into the defaults.yaml of exactly the clusters that have it, and nothing that runs changes by it', () => {
    const root = makeFleet({
      'a/defaults.yaml': '# of a\nnamespace: iot\n',
      'a/b/defaults.yaml': 'worker: { capacity: 3 }\n',
      'a/x/cluster.yaml': site(1, '# few\nworker: { capacity: 2 }\n'),
      'a/b/y/cluster.yaml': site(2),
      'z/cluster.yaml': site(3),
    })
    const found = planOf(root, { set: 'worker.capacity=7', to: ['a/**'] })
    const lift = found.steps.at(-1)
    expect([lift?.kind, lift?.files.map(({ path }) => path)]).toEqual([
      'lift',
      [
        'clusters/a/b/defaults.yaml',
        'clusters/a/b/y/cluster.yaml',
        'clusters/a/defaults.yaml',
        'clusters/a/x/cluster.yaml',
      ],
    ])
    for (const at of found.steps.keys()) merge(root, found, at)
    expect(openTree(root).textOf('clusters/a/b/y/cluster.yaml')).toBe(site(2))
    expect(openTree(root).fleet.clusters.map(({ settings }) => settings.worker.capacity)).toEqual([7, 7, 8])
  })

  it('adds a feature to the list that each cluster has, and takes it out again', () => {
    const root = makeFleet({ 'a/cluster.yaml': site(1, 'features: [a]\n'), 'b/cluster.yaml': site(2) })
    const featuresAfter = (set: string) => {
      const found = planOf(root, { set, to: ['*'], waves: '100%' })
      for (const at of found.steps.keys()) merge(root, found, at)
      return openTree(root).fleet.clusters.map(({ settings }) => settings.features)
    }
    expect(featuresAfter('features+=b')).toEqual([['a', 'b'], ['b']])
    expect(featuresAfter('features-=b')).toEqual([['a'], []])
  })

  it('ends where a wave would have an error, and says which', () => {
    const root = makeFleet({ 'a/cluster.yaml': site(1), 'b/cluster.yaml': site(2) })
    const found = planOf(root, { set: 'site.id=s1', to: ['b'] })
    expect([found.steps, found.diagnostics.length > 0]).toEqual([[], true])
  })

  it('refuses what means nothing here', () => {
    const root = makeFleet({ 'a/cluster.yaml': site(1) })
    const wrong: readonly WrittenRequest[] = [
      { set: 'release', to: ['**'] },
      { set: 'relase=3.2.8', to: ['**'] },
      { set: 'release+=3.2.8', to: ['**'] },
      { set: 'release=3.2.8', to: ['nowhere/**'] },
      { set: 'release=3.2.8', to: ['**'], waves: '0' },
      { set: 'release=3.2.8', to: ['**'], waves: '101%' },
      { set: `address=${'x'.repeat(2_000)}`, to: ['**'] },
    ]
    for (const request of wrong) expect(() => planOf(root, request)).toThrow(CannotFinish)
  })

  it('is not made on what somebody has left undone', () => {
    const root = makeFleet({ 'a/cluster.yaml': site(1) })
    rmSync(join(root, 'clusters/a/fogflow'), { recursive: true })
    expect(() => openTree(root)).toThrow(CannotFinish)
  })
})
