import { describe, expect, it } from 'vitest'
import { buildFiles, configMap } from '../testing/build-files.ts'
import { explain } from './explain.ts'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
      - name: web
        image: example.org/web:1
        envFrom:
        - configMapRef: {name: cm}
`

const files = {
  'kustomization.yaml': `resources: [base]
namespace: tokyo
components: [part]
replicas:
- name: web
  count: 3
images:
- name: example.org/web
  newName: example.org/shop
  newTag: "2"
labels:
- pairs: {app: shop}
  includeSelectors: true
replacements:
- source: {kind: Deployment, fieldPath: spec.replicas}
  targets:
  - select: {kind: Deployment}
    fieldPaths: [metadata.annotations.count]
    options: {create: true}
configMapGenerator:
- name: cm
  files: [config.json]
`,
  'config.json': '{\n  "broker": { "port": 80 }\n}\n',
  'part/kustomization.yaml': `kind: Component
patches:
- target: {kind: Deployment}
  patch: |
    - op: replace
      path: /spec/replicas
      value: 2
`,
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': deployment,
}

function explainIn(kind: string, field: string) {
  const found = buildFiles(files).resources.find(({ id }) => id.kind === kind)
  if (found === undefined) throw new Error(`no ${kind} was built`)
  const answer = explain(found, field)
  if ('failure' in answer) return answer.failure
  return answer.chain.map(({ file, line, column }) => `${file.replace('/app/', '')}:${line}:${column}`)
}

describe('the places that have set a field, the last one first', () => {
  const own = 'kustomization.yaml'
  it.each([
    ['Deployment', 'spec.replicas', [`${own}:6:10`, 'part/kustomization.yaml:7:14', 'base/web.yaml:6:13']],
    [
      'Deployment',
      'spec.template.spec.containers.[name=web].image',
      [`${own}:10:11`, `${own}:9:12`, 'base/web.yaml:11:16'],
    ],
    ['Deployment', 'metadata.namespace', [`${own}:2:12`]],
    ['Deployment', 'spec.selector.matchLabels.app', [`${own}:12:16`]],
    [
      'Deployment',
      'metadata.annotations.count',
      [`${own}:6:10`, 'part/kustomization.yaml:7:14', 'base/web.yaml:6:13', `${own}:18:18`],
    ],
    [
      'Deployment',
      'spec.template.spec.containers.0.envFrom.0.configMapRef.name',
      [`${own}:21:9`, 'base/web.yaml:13:32'],
    ],
    ['ConfigMap', 'metadata.name', [`${own}:21:9`]],
    ['ConfigMap', 'data.config\\.json', ['config.json:1:1']],
    ['ConfigMap', 'data.config\\.json.broker.port', ['config.json:2:23']],
  ])('%s %s', (kind, field, chain) => expect(explainIn(kind, field)).toEqual(chain))
})

it.each([
  ['spec.replica', 'did you mean "replicas"?'],
  ['spec.template.spec.containers.[name=x].image', 'spec.template.spec.containers has no element [name=x]; it has 1'],
  ['spec.template.spec.containers.7', 'has no element 7'],
  ['spec.replicas.x', 'spec.replicas'],
  ['spec.*', 'wildcard'],
])('a field that is not there is named, with what is: %s', (field, text) => {
  expect(explainIn('Deployment', field)).toContain(text)
})

it.each([
  ['a', '5:18'],
  ['b.0', '6:11'],
])('a literal of several lines has a place for each: %s', (field, place) => {
  const text = 'configMapGenerator:\n- name: cm\n  literals:\n  - |-\n    c.json={"a": 1,\n    "b": [2]}\n'
  const [resource] = buildFiles({ 'kustomization.yaml': text }).resources
  const answer = resource && explain(resource, `data.c\\.json.${field}`)
  if (answer === undefined || 'failure' in answer) throw new Error(answer?.failure ?? 'nothing was built')
  expect(answer.chain.map(({ line, column }) => `${line}:${column}`)).toEqual([place])
})

it('text that was put together shows its own place', () => {
  const [resource] = buildFiles({
    'kustomization.yaml': 'resources: [a.yaml]',
    'a.yaml': configMap('a', 'x: "{\\"b\\": 1}"'),
  }).resources
  expect(resource && explain(resource, 'data.x.b')).toMatchObject({ chain: [{ file: '/app/a.yaml', line: 3 }] })
})
