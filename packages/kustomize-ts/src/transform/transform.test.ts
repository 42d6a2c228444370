import { describe, expect, it } from 'vitest'
import { positionOf } from '../node/position-of.ts'
import { toValue } from '../node/to-value.ts'
import { buildFiles, configMap, problemsOf } from '../testing/build-files.ts'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
      - name: web
        image: example.org:5000/web:1
        envFrom:
        - configMapRef:
            name: cm
`

function buildWith(kustomization: string, more: Record<string, string> = {}) {
  const files = { 'web.yaml': deployment, 'cm.yaml': configMap('cm'), ...more }
  return buildFiles({ ...files, 'kustomization.yaml': `resources: [web.yaml, cm.yaml]\n${kustomization}` })
}

function find(result: ReturnType<typeof buildFiles>, kind: string) {
  const resource = result.resources.find(({ id }) => id.kind === kind)
  if (resource === undefined) throw new Error(`no ${kind}: ${problemsOf(result)}`)
  return { root: resource.root, value: toValue(resource.root) }
}

describe('names', () => {
  it('get prefix and suffix, and references follow', () => {
    const { value } = find(buildWith('namePrefix: a-\nnameSuffix: -z'), 'Deployment')
    const container = { name: 'web', envFrom: [{ configMapRef: { name: 'a-cm-z' } }] }
    expect(value).toMatchObject({
      metadata: { name: 'a-web-z' },
      spec: { template: { spec: { containers: [container] } } },
    })
  })

  it('know the line that has set them, and the one before', () => {
    const { root } = find(buildWith('namePrefix: a-'), 'ConfigMap')
    expect(positionOf(root, ['metadata', 'name'])).toMatchObject({
      ...{ file: '/app/kustomization.yaml', line: 2, column: 13 },
      previous: { file: '/app/cm.yaml', line: 6, column: 9 },
    })
  })
})

describe('a namespace', () => {
  it('is set on what can have one, and renames Namespaces', () => {
    const more = `apiVersion: v1\nkind: Namespace\nmetadata: {name: old}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\n`
    const result = buildWith('namespace: new', { 'cm.yaml': `${configMap('cm')}---\n${more}` })
    expect(find(result, 'ConfigMap').value).toMatchObject({ metadata: { namespace: 'new' } })
    expect(find(result, 'Namespace').value).toMatchObject({ metadata: { name: 'new' } })
    expect(find(result, 'ClusterRole').value).not.toHaveProperty('metadata.namespace')
  })

  it('cannot hold two objects of one name', () => {
    const twins = ['a', 'b'].map(namespace =>
      configMap('cm').replace('name: cm', `name: cm\n  namespace: ${namespace}`),
    )
    const result = buildWith('namespace: new', { 'cm.yaml': twins.join('---\n') })
    expect(problemsOf(result)).toEqual(['namespace-conflict /app/kustomization.yaml:2:12'])
  })
})

describe('labels', () => {
  it('are put on objects only, on templates, or on selectors too', () => {
    const plain = find(buildWith('labels: [{pairs: {a: b}}]'), 'Deployment').value
    expect(plain).toMatchObject({ metadata: { labels: { a: 'b' } } })
    expect(plain).not.toHaveProperty('spec.template.metadata')
    const templates = find(buildWith('labels: [{pairs: {a: b}, includeTemplates: true}]'), 'Deployment').value
    expect(templates).toMatchObject({ spec: { template: { metadata: { labels: { a: 'b' } } } } })
    expect(templates).not.toHaveProperty('spec.selector')
    const selectors = find(buildWith('labels: [{pairs: {a: b}, includeSelectors: true}]'), 'Deployment').value
    expect(selectors).toMatchObject({ spec: { selector: { matchLabels: { a: 'b' } } } })
    expect(selectors).toEqual(find(buildWith('commonLabels: {a: b}'), 'Deployment').value)
  })
})

describe('images', () => {
  const imageOf = (entry: string) => {
    const result = buildWith(`images: [${entry}]`)
    const { value } = find(result, 'Deployment')
    return (value as { spec: { template: { spec: { containers: { image: string }[] } } } }).spec.template.spec
      .containers[0]?.image
  }

  it.each([
    ['{name: example.org:5000/web, newTag: "2"}', 'example.org:5000/web:2'],
    ['{name: example.org:5000/web, newName: web}', 'web:1'],
    ['{name: example.org:5000/web, digest: "sha256:0"}', 'example.org:5000/web@sha256:0'],
    ['{name: example.org:5000/web, newTag: "2", digest: "sha256:0"}', 'example.org:5000/web:2@sha256:0'],
    ['{name: example.org:5000/web, tagSuffix: -x}', 'example.org:5000/web:1-x-x'],
  ])('%s gives %s', (entry, image) => expect(imageOf(entry)).toBe(image))

  it('that no container has are warned of, and change nothing', () => {
    const result = buildWith('images: [{name: wep, newTag: "2"}]')
    expect(problemsOf(result)).toEqual(['image-matches-nothing /app/kustomization.yaml:2:17'])
    expect(result.resources).toHaveLength(2)
  })
})

describe('replicas', () => {
  it('are set by name', () => {
    expect(find(buildWith('replicas: [{name: web, count: 3}]'), 'Deployment').value).toMatchObject({
      spec: { replicas: 3 },
    })
  })

  it('of nothing are an error', () => {
    const result = buildWith('replicas: [{name: wep, count: 3}]')
    expect(problemsOf(result)).toEqual(['replicas-match-nothing /app/kustomization.yaml:2:19'])
  })
})

describe('patches', () => {
  const strategic = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2}'
  const operations = '- {op: add, path: /spec/replicas, value: 2}'

  it.each([
    ['patches: [{path: p.yaml}]', strategic],
    ['patches: [{path: p.yaml, target: {kind: Dep.*}}]', strategic],
    ['patches: [{path: p.yaml, target: {name: web}}]', operations],
    ['patchesStrategicMerge: [p.yaml]', strategic],
    ['patchesJson6902: [{path: p.yaml, target: {kind: Deployment, name: web}}]', operations],
  ])('%s are applied, and name their place', (field, patch) => {
    const { root, value } = find(buildWith(field, { 'p.yaml': patch }), 'Deployment')
    expect(value).toMatchObject({ spec: { replicas: 2 } })
    expect(positionOf(root, ['spec', 'replicas'])).toMatchObject({ file: '/app/p.yaml' })
  })

  it('that stand in the kustomization name their line there', () => {
    const indented = strategic.replaceAll('\n', '\n    ')
    const { root } = find(buildWith(`patches:\n- patch: |-\n    ${indented}`), 'Deployment')
    expect(positionOf(root, ['spec', 'replicas'])).toMatchObject({
      file: '/app/kustomization.yaml',
      line: 7,
      column: 22,
    })
  })

  it('can delete an object', () => {
    const result = buildWith('patches: [{path: p.yaml}]', { 'p.yaml': `$patch: delete\n${strategic}` })
    expect(result.resources.map(({ id }) => id.kind)).toEqual(['ConfigMap'])
  })

  it.each([
    ['patches: [{}]', 'no-patch', 'kustomization.yaml:2:11', ''],
    ['patches: [{path: p.yaml, patch: x}]', 'patch-and-path', 'kustomization.yaml:2:11', ''],
    ['patches: [{path: p.yaml}]', 'json-patch-without-target', 'kustomization.yaml:2:11', operations],
    ['patches: [{path: p.yaml}]', 'patch-without-target', 'p.yaml:3:18', strategic.replace('web', 'wep')],
    ['patches: [{path: p.yaml}]', 'yaml-syntax', 'p.yaml:1:8', 'kind: "'],
    ['patches: [{path: p.yaml}]', 'not-a-resource', 'p.yaml:1:1', 'spec: {}'],
  ])('%s is refused as %s at %s', (field, code, place, patch) => {
    expect(problemsOf(buildWith(field, { 'p.yaml': patch }))).toEqual([`${code} /app/${place}`])
  })
})

describe('replacements', () => {
  const replace = (source: string, target: string) => {
    const select = '{kind: ConfigMap}'
    return buildWith(`replacements: [{source: ${source}, targets: [{select: ${select}, ${target}}]}]`, {
      'cm.yaml': configMap(
        'cm',
        `'config.json': |\n    {\n      "b": {"host": "x"},\n      "a": 1\n    }\n  list: a.b.c`,
      ),
    })
  }

  it('copy a field', () => {
    const { root, value } = find(
      replace('{kind: Deployment}', 'fieldPaths: [metadata.labels.of], options: {create: true}'),
      'ConfigMap',
    )
    expect(value).toMatchObject({ metadata: { labels: { of: 'web' } } })
    expect(positionOf(root, ['metadata', 'labels', 'of'])).toMatchObject({ file: '/app/web.yaml', line: 4, column: 9 })
  })

  it('replace a part of a text', () => {
    const target = 'fieldPaths: [data.list], options: {delimiter: ., index: 1}'
    expect(find(replace('{kind: Deployment}', target), 'ConfigMap').value).toMatchObject({ data: { list: 'a.web.c' } })
  })

  it('reach into JSON text, which is printed anew', () => {
    const { value } = find(replace('{kind: Deployment}', 'fieldPaths: ["data.[config.json].b.host"]'), 'ConfigMap')
    const text = '{\n  "a": 1,\n  "b": {\n    "host": "web"\n  }\n}'
    expect(value).toMatchObject({ data: { 'config.json': text } })
  })

  it.each([
    ['{kind: Service}', 'fieldPaths: [data.list]', 'replacement-source-missing', '25'],
    ['{version: v1}', 'fieldPaths: [data.list]', 'replacement-source-ambiguous', '25'],
    ['{kind: Deployment, fieldPath: spec.x}', 'fieldPaths: [data.list]', 'replacement-source-field', '55'],
    ['{kind: Deployment}', 'fieldPaths: [data.nothing]', 'replacement-field-missing', '96'],
  ])('from %s to %s are refused as %s', (source, target, code, column) => {
    expect(problemsOf(replace(source, target))).toEqual([`${code} /app/kustomization.yaml:2:${column}`])
  })
})
