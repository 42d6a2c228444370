import { rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { positionOf } from 'kustomize-ts'
import { afterEach, describe, expect, it } from 'vitest'
import { writeTree } from '../../testing/write-tree.ts'
import { loadFleet } from './load-fleet.ts'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

/** A repository of these files (path below clusters/ → text), loaded. */
function load(files: Readonly<Record<string, string>>) {
  const root = writeTree(Object.fromEntries(Object.entries(files).map(([path, text]) => [`clusters/${path}`, text])))
  roots.push(root)
  return { root, ...loadFleet(root) }
}

/** Each diagnostic as code@file:line:column. */
function places({ root, diagnostics }: ReturnType<typeof load>): readonly string[] {
  return diagnostics.map(({ code, source }) =>
    source ? `${code}@${relative(join(root, 'clusters'), source.file)}:${source.line}:${source.column}` : code,
  )
}

const defaults =
  'role: cloud\ntopology: single-node\nengine: flux\nrepository: { url: "https://git.example.org/f.git" }\n'
const cluster = 'site: { id: "1", location: { latitude: 1, longitude: 2 } }\n'

describe('the clusters of a repository', () => {
  it('are named after their folder and inherit from every folder above, the nearest first', () => {
    const { fleet, diagnostics } = load({
      'defaults.yaml': `${defaults}worker: { replicas: 1, capacity: 2 }\n`,
      'a/defaults.yaml': 'worker: { capacity: 3 }\nnodes: { taints: ["a:NoSchedule", "b:NoSchedule"] }\n',
      'a/b/cluster.yaml': `${cluster}nodes: { taints: ["c:NoSchedule"] }\n`,
    })
    expect(diagnostics).toEqual([])
    const [{ name, settings } = { name: '', settings: undefined }] = fleet.clusters
    expect([name, settings?.worker, settings?.nodes.taints]).toEqual([
      'a/b',
      { replicas: 1, capacity: 3 },
      ['c:NoSchedule'],
    ])
  })

  it('know for each key who set it and what it took over from', () => {
    const { root, fleet } = load({
      'defaults.yaml': `${defaults}worker: { capacity: 2 }\n`,
      'a/defaults.yaml': '# nothing else\nworker:\n  capacity: 3\n',
      'a/b/cluster.yaml': cluster,
    })
    const [one] = fleet.clusters
    if (!one) throw new Error('no cluster')
    const { previous, ...place } = positionOf(one.root, ['worker', 'capacity'])
    expect(place).toEqual({ file: join(root, 'clusters/a/defaults.yaml'), line: 3, column: 13 })
    expect(previous).toEqual({ file: join(root, 'clusters/defaults.yaml'), line: 5, column: 21 })
  })

  it('have defaults that follow from other keys', () => {
    const { fleet } = load({
      'defaults.yaml': defaults,
      'a/cluster.yaml': `${cluster}topology: multi-worker\naddress: 192.0.2.1\n`,
      'b/cluster.yaml': `${cluster}role: edge\ntopology: edge\n`,
    })
    const [cloud, edge] = fleet.clusters.map(({ settings }) => settings)
    expect(cloud).toMatchObject({
      release: '3.2.8',
      kubernetes: '1.34',
      namespace: 'fogflow',
      broker: { replicas: 3, addresses: ['192.0.2.1'] },
      worker: { replicas: 3, capacity: 8 },
    })
    expect(edge).toMatchObject({ broker: { replicas: 1, addresses: [] }, worker: { replicas: 1, capacity: 4 } })
  })
})

describe('what is wrong with a settings file is said at its own line', () => {
  it.each([
    ['an unknown key', 'worker: { capacty: 4 }', 'unknown-field@a/cluster.yaml:2:11'],
    ['a wrong type', 'worker: { capacity: many }', 'wrong-type@a/cluster.yaml:2:21'],
    ['a number where a text belongs', 'kubernetes: 1.34', 'wrong-type@a/cluster.yaml:2:13'],
    ['a key without a value', 'address:', 'wrong-type@a/cluster.yaml:2:9'],
    ['a number that is too small', 'worker: { replicas: 0 }', 'invalid-value@a/cluster.yaml:2:21'],
    ['the same key twice', 'site: { id: "2" }', undefined],
    ['an unknown topology', 'topology: singel-node', 'invalid-value@a/cluster.yaml:2:11'],
    ['a number where a map belongs', 'worker: 4', 'wrong-type@a/cluster.yaml:2:9'],
    ['broken YAML', 'worker: {', undefined],
    ['a taint twice', 'nodes: { taints: ["a:NoSchedule", "a:NoSchedule"] }', 'invalid-value@a/cluster.yaml:2:18'],
    ['a volume of no size', 'storage: { sizes: { designer: "0" } }', 'invalid-value@a/cluster.yaml:2:31'],
    ['an IP address for an Ingress', 'ingress: { hostname: 192.0.2.1 }', 'invalid-value@a/cluster.yaml:2:22'],
    ['a branch that Git refuses', 'repository: { branch: a..b }', 'invalid-value@a/cluster.yaml:2:23'],
    ['a second document', '---\nrole: edge', 'settings-form@a/cluster.yaml:3:1'],
  ])('%s', (_, line, place) => {
    const loaded = load({ 'defaults.yaml': defaults, 'a/cluster.yaml': `${cluster}${line}\n` })
    expect(loaded.fleet.clusters).toEqual([])
    expect(places(loaded)).toHaveLength(1)
    if (place !== undefined) expect(places(loaded)).toEqual([place])
  })

  it.each([
    ['a site id that queues cannot have', '{ id: "a.b", location: { latitude: 0, longitude: 0 } }', '1:13'],
    ['a site id without quotes', '{ id: 001, location: { latitude: 0, longitude: 0 } }', '1:13'],
    ['a latitude that is not on the Earth', '{ id: "1", location: { latitude: 91, longitude: 0 } }', '1:40'],
    ['a location of one coordinate', '{ id: "1", location: { latitude: 9 } }', '1:18'],
  ])('%s', (_, site, place) => {
    const loaded = load({ 'defaults.yaml': defaults, 'a/cluster.yaml': `site: ${site}\n` })
    expect(places(loaded).map(text => text.replace(/.*yaml:/, ''))).toEqual([place])
  })

  it('a text without quotes is told as it stands there, not as YAML reads it', () => {
    for (const [line, text] of [
      ['release: 3.2', '3.2'],
      ['namespace: 007', '007'],
      ['address: true', 'true'],
    ]) {
      const { diagnostics } = load({ 'defaults.yaml': defaults, 'a/cluster.yaml': `${cluster}${line}\n` })
      expect(diagnostics).toMatchObject([
        { message: expect.stringContaining(`is ${text},`), fix: `put it in quotes: "${text}"` },
      ])
    }
  })

  it('every fault that the schema finds says what to write', () => {
    const lines = ['worker: 4', 'worker: { capacity: 0 }', 'images: { broker: {} }', 'address:', 'nodes: { arch: x }']
    for (const line of lines) {
      const { diagnostics } = load({ 'defaults.yaml': defaults, 'a/cluster.yaml': `${cluster}${line}\n` })
      expect(diagnostics.map(({ fix }) => fix?.slice(0, 6))).toEqual(['write '])
    }
  })

  it('a password in the address of the repository is refused, and not repeated', () => {
    const line = 'repository: { url: "https://me:s3cret@git.example.org/f.git" }'
    const { diagnostics } = load({ 'defaults.yaml': defaults, 'a/cluster.yaml': `${cluster}${line}\n` })
    expect(diagnostics).toMatchObject([{ code: 'invalid-value', source: { line: 2, column: 20 } }])
    expect(JSON.stringify(diagnostics)).not.toContain('s3cret')
  })

  it('one wrong line in a defaults.yaml is one diagnostic, however many clusters inherit it', () => {
    const loaded = load({
      'defaults.yaml': `${defaults}relase: "3.2"\n`,
      'a/cluster.yaml': cluster,
      'b/cluster.yaml': cluster,
    })
    expect(places(loaded)).toEqual(['unknown-field@defaults.yaml:5:1'])
    expect(loaded.diagnostics[0]?.fix).toContain('release')
  })

  it('a gap in what is inherited', () => {
    const loaded = load({
      'a/cluster.yaml': cluster,
      'b/defaults.yaml': defaults,
      'b/c/cluster.yaml': 'site: { id: "1" }',
    })
    expect(places(loaded)).toEqual([
      ...Array(4).fill('missing-key@a/cluster.yaml:1:1'),
      'missing-key@b/c/cluster.yaml:1:1',
    ])
  })
})

describe('the folder clusters/', () => {
  it('may be absent, or hold a defaults.yaml of comments alone', () => {
    expect(loadFleet(join(tmpdir(), 'there-is-no-such-folder'))).toMatchObject({
      fleet: { clusters: [] },
      diagnostics: [],
    })
    expect(places(load({ 'defaults.yaml': '# later\n', 'a/cluster.yaml': defaults + cluster }))).toEqual([])
  })

  it('has no cluster inside of another, and none without a folder', () => {
    const loaded = load({ 'cluster.yaml': defaults + cluster })
    expect(places(loaded)).toEqual(['nameless-cluster@cluster.yaml:1:1'])
    const inner = load({ 'a/cluster.yaml': defaults + cluster, 'a/b/c/cluster.yaml': cluster })
    expect(places(inner)).toEqual(['nested-cluster@a/b/c/cluster.yaml:1:1'])
  })

  it('has no folder of the name of a settings file', () => {
    expect(places(load({ 'defaults.yaml': defaults, 'a/cluster.yaml/x': '' }))).toContain(
      'settings-form@a/cluster.yaml:1:1',
    )
  })

  it('has no settings file that nobody reads', () => {
    const loaded = load({ 'defaults.yaml': defaults, 'a/cluster.yml': '', 'b/default.yaml': '', 'c/Cluster.yaml': '' })
    expect([...places(loaded)].sort()).toEqual([
      'misspelt-settings-file@a/cluster.yml:1:1',
      'misspelt-settings-file@b/default.yaml:1:1',
      'misspelt-settings-file@c/Cluster.yaml:1:1',
      'unused-defaults@defaults.yaml:1:1',
    ])
  })

  it('has no symbolic links, so that inheritance has no cycle and nothing leaves the repository', () => {
    const { root } = load({ 'a/cluster.yaml': defaults + cluster })
    symlinkSync('..', join(root, 'clusters/a/up'))
    symlinkSync('/etc/hosts', join(root, 'clusters/a/hosts'))
    expect(places({ root, ...loadFleet(root) })).toEqual(['symbolic-link@a/hosts:1:1', 'symbolic-link@a/up:1:1'])
  })
})
