import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { capture, repository } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { validate } from './validate.ts'

const options = { format: 'json', release: '3.2.8', all: false } as const

/** What is found in files, as `code file:line`, and the summary. */
function run(files: Readonly<Record<string, string>>, paths: readonly string[] = ['.'], more = {}) {
  const { environment, output } = capture(writeTree(files))
  const exitCode = validate(paths, { ...options, ...more }, environment)
  const { diagnostics, summary } = JSON.parse(output())
  const found = diagnostics.map(({ code, file, line }: Record<string, string>) => `${code} ${file}:${line}`)
  return { exitCode, found, summary }
}

const configMap = (name: string, more = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`
const kustomization = (...resources: string[]) => `resources: [${resources.join(', ')}]\n`

describe('what a PATH may be', () => {
  it('a kustomization', () => {
    const { exitCode, summary } = run({ 'kustomization.yaml': kustomization('a.yaml'), 'a.yaml': configMap('a') })
    expect([exitCode, summary]).toEqual([
      0,
      expect.objectContaining({ kustomizations: 1, resources: 1, valid: 1, errors: 0 }),
    ])
  })

  it('a folder of manifests, with those of the folders below', () => {
    const { summary } = run({ 'a.yaml': configMap('a'), 'more/b.yaml': `${configMap('b')}---\n${configMap('c')}` })
    expect(summary).toMatchObject({ kustomizations: 0, resources: 3, valid: 3, skipped: 0 })
  })

  it('a folder with both: each kustomization stands for itself', () => {
    const { summary } = run({
      'loose/a.yaml': configMap('a'),
      'app/kustomization.yaml': kustomization('b.yaml'),
      'app/b.yaml': configMap('b'),
    })
    expect(summary).toMatchObject({ kustomizations: 1, resources: 2 })
  })

  it('a single manifest, or the file of a kustomization', () => {
    const files = { 'kustomization.yaml': kustomization('a.yaml'), 'a.yaml': configMap('a') }
    expect(run(files, ['a.yaml']).summary).toMatchObject({ kustomizations: 0, resources: 1 })
    expect(run(files, ['kustomization.yaml']).summary).toMatchObject({ kustomizations: 1, resources: 1 })
  })

  it('a config.json alone: a cloud has a master or a designer, an edge has neither', () => {
    const edge =
      '{ "site_id": "002", "discovery": { "host_ip": "a", "http_port": 80 }, "broker": { "http_port": 8060 } }'
    const { found, summary } = run({ 'config.json': edge }, ['config.json'])
    expect(summary).toMatchObject({ resources: 1, invalid: 1 })
    expect(new Set(found)).toEqual(new Set(['config-required-key config.json:1']))
    expect(run({ 'config.json': edge.replace('"broker"', '"master": {}, "broker"') }).found.length).toBeGreaterThan(
      found.length,
    )
  })

  it('compose files, and a config.json or nginx.conf that stands alone, each counted once', () => {
    const compose = 'services: { front: { image: "registry.example.org/a:1", volumes: ["./nginx.conf:/x.conf"] } }\n'
    const files = { 'docker-compose.yml': compose, 'nginx.conf': 'events {}\n', 'README.md': '# Read me\n' }
    expect(run(files)).toMatchObject({ exitCode: 0, summary: { resources: 2, valid: 2, skipped: 0 } })
  })

  it('a path that is named twice is judged once', () => {
    const files = { 'app/kustomization.yaml': kustomization('a.yaml'), 'app/a.yaml': configMap('a') }
    expect(run(files, ['app', 'app/kustomization.yaml']).summary).toMatchObject({ kustomizations: 1, resources: 1 })
  })
})

describe('files that nothing refers to', () => {
  const files = {
    'app/kustomization.yaml': kustomization('a.yaml'),
    'app/a.yaml': configMap('a'),
    'app/forgotten/b.yaml': configMap('b'),
    'app/README.md': 'Read me\n',
  }

  it('are found in and below a kustomization; documentation is for people', () => {
    expect(run(files).found).toEqual(['unreferenced-file app/forgotten/b.yaml:1'])
  })

  it('are not looked for while a kustomization does not build', () => {
    expect(run({ ...files, 'app/kustomization.yaml': kustomization('c.yaml') }).found).toEqual([
      'file-not-found app/kustomization.yaml:1',
    ])
  })

  it('may belong to a kustomization above the PATH', () => {
    const above = { 'kustomization.yaml': kustomization('app'), ...files }
    expect(run(above, ['app']).found).toEqual([])
  })
})

describe('components', () => {
  const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [b.yaml]\n'
  const files = { 'feature/kustomization.yaml': component, 'feature/b.yaml': configMap('b', 'dat: {}\n') }

  it('are judged through the kustomizations that use them', () => {
    const app = { 'app/kustomization.yaml': 'components: [../feature]\n', ...files }
    expect(run(app)).toMatchObject({
      found: ['unknown-field feature/b.yaml:5'],
      summary: { kustomizations: 2, resources: 1 },
    })
  })

  it('that no kustomization uses are told of: nothing checked them', () => {
    expect(run(files)).toMatchObject({ exitCode: 0, found: ['unused-component feature/kustomization.yaml:1'] })
  })
})

describe('the place and the cause', () => {
  it('what several kustomizations take from a base is one diagnostic at its line', () => {
    const overlay = kustomization('../base')
    const { found, summary } = run({
      'base/kustomization.yaml': kustomization('a.yaml'),
      'base/a.yaml': configMap('a', 'dta:\n  k: v\n'),
      'one/kustomization.yaml': overlay,
      'two/kustomization.yaml': overlay,
    })
    expect(found).toEqual(['unknown-field base/a.yaml:5'])
    expect(summary).toMatchObject({ kustomizations: 3, resources: 3, invalid: 3, errors: 1 })
  })

  it('what a patch breaks is told at the line of the patch', () => {
    const { found } = run({
      'kustomization.yaml': `${kustomization('a.yaml')}patches:\n  - path: patch.yaml\n`,
      'a.yaml': configMap('a'),
      'patch.yaml': configMap('a', 'immutable: "yes"\n'),
    })
    expect(found).toEqual(['wrong-type patch.yaml:5'])
  })

  it('a config that a generator takes from a file is judged at the line of that file', () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: discovery }
spec:
  selector: { matchLabels: { app: discovery } }
  template:
    metadata: { labels: { app: discovery } }
    spec:
      containers:
        - name: discovery
          image: fogflow/discovery:3.2.8
          volumeMounts: [{ name: config, mountPath: /config.json, subPath: config.json }]
      volumes: [{ name: config, configMap: { name: config } }]
`
    const { found } = run({
      'kustomization.yaml': `${kustomization('a.yaml')}configMapGenerator: [{ name: config, files: [config.json] }]\n`,
      'a.yaml': deployment,
      'config.json': '{\n  "discovery": { "http_port": 8090 },\n  "broker": { "heartbeat": 10 }\n}\n',
    })
    expect(found.filter((one: string) => one.endsWith('config.json:3'))).toEqual([
      'config-required-key config.json:3',
      'config-unknown-key config.json:3',
    ])
  })
})

describe('this repository', () => {
  it('takes nothing from outside of itself: an engine has a clone and no more', () => {
    const folder = writeTree({
      'other/kustomization.yaml': kustomization('a.yaml'),
      'other/a.yaml': configMap('a'),
      'repository/base/kustomization.yaml': 'resources:\n  - ../../other\n',
    })
    const { environment, output } = capture(folder, join(folder, 'repository'))
    symlinkSync(join(repository, 'schemas'), join(folder, 'repository/schemas'))
    expect(validate(['repository/base'], options, environment)).toBe(1)
    const found = { code: 'outside-repository', file: 'base/kustomization.yaml', line: 2, column: 5 }
    expect(JSON.parse(output()).diagnostics).toMatchObject([found])
  })

  it('is right', () => {
    const { environment, output } = capture(repository)
    expect([validate([], options, environment), JSON.parse(output()).diagnostics]).toEqual([0, []])
  })
})

describe('Kubernetes versions', () => {
  const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicy
metadata: { name: a }
spec:
  reinvocationPolicy: Never
  matchConstraints:
    namespaceSelector: { matchLabels: { a: b } }
    resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
  mutations: [{ patchType: JSONPatch, jsonPatch: { expression: "[]" } }]
`

  it('a kind that the asked for version does not have is an error', () => {
    const { exitCode, found } = run({ 'a.yaml': policy }, ['a.yaml'], { kubernetes: '1.34' })
    expect([exitCode, found]).toEqual([1, ['no-schema a.yaml:1']])
  })

  it('where nobody asked for one, the first that has all kinds counts', () => {
    expect(run({ 'a.yaml': policy }, ['a.yaml']).found).not.toContain('no-schema a.yaml:1')
  })

  it('a kind that no version has is an error, unless it is ignored with a reason: then it is counted as skipped', () => {
    const foreign = (annotations: string) =>
      `apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: a\n  annotations: { ${annotations} }\n`
    const ignore = (reason: string) => foreign(`gitops.fogflow.io/ignore.no-schema: "${reason}"`)
    expect(run({ 'a.yaml': foreign('') })).toMatchObject({ exitCode: 1, found: ['no-schema a.yaml:2'] })
    expect(run({ 'a.yaml': ignore('our CRD') })).toMatchObject({ exitCode: 0, summary: { skipped: 1, valid: 0 } })
    expect(run({ 'a.yaml': ignore(' ') }).found).toEqual(['no-schema a.yaml:2', 'ignore-without-reason a.yaml:5'])
  })
})
