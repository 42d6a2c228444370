import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { importPath } from '../../scripts/commands/import.ts'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { capture } from '../../scripts/testing/capture.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

/** A repository with these files beside its clusters, and the import of one path of it. */
function run(
  files: Readonly<Record<string, string>>,
  path: string,
  options: { name?: string; cloud?: string; dryRun?: boolean } = {},
) {
  const root = writeTree({ 'package.json': '{}', ...files })
  roots.push(root)
  const { environment, output, errors } = capture(root, root)
  const again = (more = {}) => importPath(path, { dryRun: false, ...options, ...more }, environment)
  const cluster = (name: string) => readFileSync(join(root, 'clusters', name, 'cluster.yaml'), 'utf8')
  return { root, again, output, errors, cluster, has: (name: string) => existsSync(join(root, 'clusters', name)) }
}

const config = (more: object) =>
  JSON.stringify({ discovery: { http_port: 8090 }, broker: { http_port: 8070 }, ...more }, undefined, 2)

const cloudConfig = config({
  site_id: '7',
  my_hostip: '203.0.113.1',
  physical_location: { latitude: 1.5, longitude: -2 },
  master: { rest_api_port: 8010 },
  designer: {},
  worker: { capacity: 3 },
})

const defaults = 'engine: argocd\nrepository: { url: "https://git.example.org/f.git" }\n'

describe('a config.json', () => {
  it('becomes the cluster of that name, with what it says', () => {
    const { again, cluster, output } = run(
      { 'clusters/defaults.yaml': defaults, 'old/config.json': cloudConfig },
      'old/config.json',
      { name: 'kanto/tokyo' },
    )
    expect(again()).toBe(0)
    expect(parse(cluster('kanto/tokyo'))).toEqual({
      role: 'cloud',
      topology: 'single-node',
      release: '3.2.8',
      site: { id: '7', location: { latitude: 1.5, longitude: -2 } },
      address: '203.0.113.1',
      worker: { capacity: 3 },
    })
    expect(cluster('kanto/tokyo')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schemas\/cluster\.schema\.json\n/,
    )
    expect(output()).toContain('old/config.json')
  })

  it('of an edge goes to the cloud whose address it calls', () => {
    const clouds = (name: string, address: string) => ({
      [`clusters/${name}/cluster.yaml`]: `${defaults}role: cloud\ntopology: single-node\nsite: { id: ${name}, location: { latitude: 1, longitude: 1 } }\naddress: ${address}\n`,
    })
    const edge = config({ site_id: '8', coreservice_ip: '203.0.113.2', my_hostip: '203.0.113.9' })
    const files = { ...clouds('one', '203.0.113.1'), ...clouds('two', '203.0.113.2'), 'edge/config.json': edge }
    const { again, cluster } = run(files, 'edge')
    expect(again()).toBe(0)
    expect(parse(cluster('edge'))).toMatchObject({ role: 'edge', cloud: 'two', address: '203.0.113.9' })
    expect(again({ name: 'other', cloud: 'one' })).toBe(0)
    expect(parse(cluster('other'))).toMatchObject({ cloud: 'one', site: { id: '8-other' } })
  })

  it('of an edge without a cloud is refused, and nothing is written', () => {
    const { again, errors, has } = run({ 'edge/config.json': config({ coreservice_ip: '203.0.113.2' }) }, 'edge')
    expect([again(), has('edge')]).toEqual([1, false])
    expect(errors()).toContain('import-needs-cloud')
  })
})

describe('a cluster.yaml that is there', () => {
  const written = '# our cloud\nrole: cloud\nworker:\n  capacity: 12 # measured\n'

  it('keeps what a person wrote, comments and order too, and the difference is told', () => {
    const { again, cluster, output } = run(
      {
        'clusters/defaults.yaml': `${defaults}topology: multi-worker\nsite: { id: x, location: { latitude: 0, longitude: 0 } }\n`,
        'clusters/old/cluster.yaml': written,
        'old/config.json': cloudConfig,
      },
      'old',
    )
    expect(again()).toBe(0)
    expect(cluster('old').startsWith(written)).toBe(true)
    expect(parse(cluster('old'))).toMatchObject({ worker: { capacity: 12 }, site: { id: '7' } })
    expect(output()).toMatch(/clusters\/old\/cluster\.yaml:4:13 {2}to decide {2}kept-value/)
  })

  it('is the same after the same import once more', () => {
    const { again, cluster } = run({ 'clusters/defaults.yaml': defaults, 'old/config.json': cloudConfig }, 'old')
    again()
    const first = cluster('old')
    expect([again(), cluster('old')]).toEqual([0, first])
  })
})

describe("the values of FogFlow's chart", () => {
  const values =
    'namespace: iot\nreplicaCount: 2\ndgraph:\n  hostPath:\n    path: /mnt/dgraph\nexternalIPs:\n  - 203.0.113.5\n'

  it('give namespace and address, and what is wrong with them is told', () => {
    const { again, cluster, output } = run(
      { 'clusters/defaults.yaml': defaults, 'chart/values.yaml': values },
      'chart/values.yaml',
    )
    expect(again()).toBe(0)
    expect(parse(cluster('chart'))).toMatchObject({ role: 'cloud', namespace: 'iot', address: '203.0.113.5' })
    for (const place of [
      '2:15  corrected  singleton-replicas',
      '4:3  corrected  pv-hostpath',
      '6:1  corrected  hard-coded-address',
    ])
      expect(output()).toContain(`chart/values.yaml:${place}`)
  })

  it('come with templates, which are skipped aloud', () => {
    const template = 'kind: {{ .Values.kind }}\nmetadata: {{ x }}: y\n'
    const { again, errors } = run(
      { 'clusters/defaults.yaml': defaults, 'chart/values.yaml': values, 'chart/templates/a.yaml': template },
      'chart',
    )
    expect(again()).toBe(0)
    expect(errors()).toContain('chart-template')
  })
})

describe('Kubernetes manifests', () => {
  const deployment = (name: string, spec: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  replicas: 3\n  template:\n    spec:\n${spec}      containers:\n        - name: ${name}\n          image: fogflow/${name}:3.2.8\n---\n`
  const nodes =
    '      nodeSelector: { disk: fast }\n      tolerations: [{ key: iot, operator: Exists, effect: NoSchedule }, { operator: Exists }]\n'

  it('tell how many brokers and workers there are, and on which nodes', () => {
    const text = deployment('worker', nodes) + deployment('broker', nodes) + deployment('designer', nodes)
    const { again, cluster, output } = run({ 'clusters/defaults.yaml': defaults, 'old/all.yaml': text }, 'old')
    expect(again()).toBe(0)
    expect(parse(cluster('old'))).toMatchObject({
      topology: 'multi-worker',
      worker: { replicas: 3 },
      broker: { replicas: 3 },
      nodes: { labels: { disk: 'fast' }, taints: ['iot:NoSchedule'] },
    })
    expect(output()).toMatch(/singleton-replicas/)
  })
})

describe('what cannot be imported is an error, and nothing is written:', () => {
  it.each([
    ['broken JSON', { 'old/config.json': '{ "broker": ' }, 'old/config.json:1:13'],
    ['a config that is no object', { 'old/config.json': '[]' }, 'old/config.json:1:1'],
    ['broken YAML', { 'old/a.yaml': 'kind: Pod\nx: [' }, 'old/a.yaml:2'],
    ['a binary file', { 'old/config.json': 'a\0b' }, 'old/config.json:1:2'],
  ])('%s', (_, files, place) => {
    const { again, errors, has } = run(files, 'old')
    expect([again(), has('old')]).toEqual([1, false])
    expect(errors()).toContain(place)
  })

  it.each([
    ['a path that is not there', {}, 'old'],
    [
      'a folder without anything of FogFlow',
      { 'old/a.yaml': 'kind: Pod\napiVersion: v1\nmetadata: { name: x }\n' },
      'old',
    ],
    ['an empty file', { 'old/config.yaml': '' }, 'old/config.yaml'],
  ])('%s', (_, files, path) => {
    expect(() => run(files, path).again()).toThrow(CannotFinish)
  })

  it.each(['../x', '/x', 'A', 'a/../b', 'a//b', ''])('the name %j', name => {
    expect(() => run({ 'old/config.json': cloudConfig }, 'old', { name }).again()).toThrow(CannotFinish)
  })

  it('a cloud that is none', () => {
    expect(() => run({ 'old/config.json': cloudConfig }, 'old', { cloud: 'tokyo' }).again()).toThrow(CannotFinish)
  })

  it('a target behind a symbolic link', () => {
    const { root, again } = run({ 'elsewhere/x': '', 'old/config.json': cloudConfig }, 'old')
    symlinkSync(join(root, 'elsewhere'), join(root, 'clusters'))
    expect(again()).toBe(1)
    expect(existsSync(join(root, 'elsewhere/old'))).toBe(false)
  })
})

it('a dry run writes nothing', () => {
  const { again, has, output } = run({ 'clusters/defaults.yaml': defaults, 'old/config.json': cloudConfig }, 'old', {
    dryRun: true,
  })
  expect([again(), has('old')]).toEqual([0, false])
  expect(output()).toContain('1 cluster:')
})
