import { describe, expect, it } from 'vitest'
import { toValue } from '../node/to-value.ts'
import { buildFiles, problemsOf } from '../testing/build-files.ts'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, annotations: {file: a/b}}
spec: {replicas: 1, template: {spec: {containers: [{name: web, image: web:1}]}}}
`

function buildWith(field: string, config: string, more: Record<string, string> = {}) {
  const files = { 'web.yaml': deployment, 'config.yaml': `apiVersion: builtin\n${config}`, ...more }
  return buildFiles({ ...files, 'kustomization.yaml': `resources: [web.yaml]\n${field}: [config.yaml]` })
}

const firstValue = (result: ReturnType<typeof buildFiles>) => result.resources.map(({ root }) => toValue(root))[0]

describe('a builtin transformer', () => {
  const spec = '{path: metadata/name}'

  it.each([
    [
      'AnnotationsTransformer',
      'annotations: {a: 1}\nfieldSpecs: [{path: metadata/annotations}]',
      { metadata: { annotations: { a: '1' } } },
    ],
    [
      'LabelTransformer',
      'labels: {a: b}\nfieldSpecs: [{path: metadata/labels, create: true}]',
      { metadata: { labels: { a: 'b' } } },
    ],
    ['PrefixTransformer', `prefix: a-\nfieldSpecs: [${spec}]`, { metadata: { name: 'a-web' } }],
    ['SuffixTransformer', `suffix: -z\nfieldSpecs: [${spec}]`, { metadata: { name: 'web-z' } }],
    ['PrefixSuffixTransformer', `prefix: a-\nsuffix: -z\nfieldSpecs: [${spec}]`, { metadata: { name: 'a-web-z' } }],
    ['NamespaceTransformer', 'metadata: {name: x, namespace: n}', { metadata: { namespace: 'n' } }],
    [
      'ImageTagTransformer',
      'imageTag: {name: web, newTag: 2}',
      { spec: { template: { spec: { containers: [{ image: 'web:2' }] } } } },
    ],
    [
      'ReplicaCountTransformer',
      'replica: {name: web, count: 3}\nfieldSpecs: [{path: spec/replicas, kind: Deployment}]',
      { spec: { replicas: 3 } },
    ],
    [
      'PatchTransformer',
      'patch: \'[{"op": "replace", "path": "/spec/replicas", "value": 4}]\'\ntarget: {kind: Deployment}',
      { spec: { replicas: 4 } },
    ],
    [
      'PatchJson6902Transformer',
      'jsonOp: \'[{"op": "replace", "path": "/spec/replicas", "value": 5}]\'\ntarget: {name: web}',
      { spec: { replicas: 5 } },
    ],
    [
      'PatchStrategicMergeTransformer',
      "patches: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 6}}'",
      { spec: { replicas: 6 } },
    ],
    [
      'ReplacementTransformer',
      'replacements: [{source: {kind: Deployment}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.labels.x], options: {create: true}}]}]',
      { metadata: { labels: { x: 'web' } } },
    ],
    [
      'ValueAddTransformer',
      'value: v\ntargets: [{fieldPath: metadata/annotations/file, filePathPosition: 2}]',
      { metadata: { annotations: { file: 'a/v/b' } } },
    ],
    ['ValueAddTransformer', 'targets: [{fieldPath: metadata/namespace}]', { metadata: { namespace: 'app' } }],
  ])('%s does what the field of a kustomization does', (kind, config, expected) => {
    const result = buildWith(
      'transformers',
      `kind: ${kind}\n${/^metadata:/m.test(config) ? '' : 'metadata: {name: x}\n'}${config}`,
    )
    expect(problemsOf(result)).toEqual([])
    expect(firstValue(result)).toMatchObject(expected)
  })
})

describe('a builtin generator', () => {
  it.each([
    ['ConfigMapGenerator', 'literals: [a=b]', { kind: 'ConfigMap', data: { a: 'b' } }],
    ['SecretGenerator', 'literals: [a=b]', { kind: 'Secret', data: { a: 'Yg==' } }],
    [
      'IAMPolicyGenerator',
      'cloud: gke\nkubernetesService: {name: ksa}\nserviceAccount: {name: gsa, projectId: p}',
      {
        kind: 'ServiceAccount',
        metadata: { annotations: { 'iam.gke.io/gcp-service-account': 'gsa@p.iam.gserviceaccount.com' } },
      },
    ],
  ])('%s makes an object', (kind, config, expected) => {
    const files = { 'g.yaml': `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: x}\n${config}` }
    const result = buildFiles({ ...files, Kustomization: 'generators: [g.yaml]' })
    expect(problemsOf(result)).toEqual([])
    expect(firstValue(result)).toMatchObject(expected)
  })

  it('can stand in the kustomization', () => {
    const text =
      'generators:\n- |-\n  apiVersion: builtin\n  kind: ConfigMapGenerator\n  metadata: {name: x}\n  literals: [a=b]\n'
    expect(firstValue(buildFiles({ Kustomization: text }))).toMatchObject({ data: { a: 'b' } })
  })
})

it.each([
  ['transformers', 'kind: PrefixTransformer\nmetadata: {name: x}\nprefix: a-', 'no-field-specs', '1:1'],
  ['transformers', 'kind: PrefixTransfomer\nmetadata: {name: x}', 'unknown-plugin', '2:7'],
  ['transformers', 'kind: ConfigMapGenerator\nmetadata: {name: x}', 'unknown-plugin', '2:7'],
  ['generators', 'kind: PrefixTransformer\nmetadata: {name: x}', 'unknown-plugin', '2:7'],
  [
    'transformers',
    'kind: NamespaceTransformer\nmetadata: {name: x}\nsetRoleBindingSubjects: some',
    'bad-subject-mode',
    '4:25',
  ],
  ['transformers', 'kind: ValueAddTransformer\nmetadata: {name: x}', 'no-targets', '1:1'],
  ['transformers', 'kind: PatchStrategicMergeTransformer\nmetadata: {name: x}', 'no-patch', '1:1'],
  [
    'transformers',
    'kind: ReplicaCountTransformer\nmetadata: {name: x}\nreplica: {name: y}',
    'replicas-match-nothing',
    '4:17',
  ],
  ['generators', 'kind: IAMPolicyGenerator\nmetadata: {name: x}\ncloud: other', 'unknown-cloud', '4:8'],
  [
    'validators',
    'kind: PrefixTransformer\nmetadata: {name: x}\nprefix: a-\nfieldSpecs: [{path: metadata/name}]',
    'validator-changes',
    '1:1',
  ],
])('%s with %j is refused as %s at %s', (field, config, code, place) => {
  expect(problemsOf(buildWith(field, config))).toEqual([`${code} /app/config.yaml:${place}`])
})

it('a plugin outside of kustomize is refused by name', () => {
  const config = 'apiVersion: example.org/v1\nkind: Mine\nmetadata: {name: x}'
  const result = buildFiles({ 'c.yaml': config, Kustomization: 'transformers: [c.yaml]' })
  expect(problemsOf(result)).toEqual(['unsupported-plugin /app/c.yaml:2:7'])
})

it('an unknown field of a configuration is passed over, with a warning', () => {
  const config =
    'kind: PrefixTransformer\nmetadata: {name: x}\nprefix: a-\nprefx: b-\nfieldSpecs: [{path: metadata/name}]'
  const result = buildWith('transformers', config)
  expect(problemsOf(result)).toEqual(['unknown-field /app/config.yaml:5:1'])
  expect(result.resources[0]?.id.name).toBe('a-web')
})
