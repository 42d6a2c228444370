import { expect, it } from 'vitest'
import { toValue } from '../node/to-value.ts'
import { buildFiles, problemsOf } from '../testing/build-files.ts'

const objects = `apiVersion: example.org/v1
kind: Widget
metadata: {name: w}
spec: {config: cm, selector: {a: b}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: cm}
`

const widgetOf = (result: ReturnType<typeof buildFiles>) =>
  toValue(
    result.resources.find(({ id }) => id.kind === 'Widget')?.root ?? {
      kind: 'seq',
      items: [],
      at: { file: '', line: 1, column: 1 },
    },
  )

it('configurations name further fields, for this kustomization and all that include it', () => {
  const result = buildFiles({
    'kustomization.yaml': 'resources: [base]\nnamePrefix: a-\ncommonLabels: {x: z}',
    'base/kustomization.yaml': 'resources: [o.yaml]\nconfigurations: [c.yaml]',
    'base/o.yaml': objects,
    'base/c.yaml': `nameReference: [{kind: ConfigMap, fieldSpecs: [{kind: Widget, path: spec/config}]}]
commonLabels: [{kind: Widget, path: spec/selector}]`,
  })
  expect(problemsOf(result)).toEqual([])
  expect(widgetOf(result)).toMatchObject({ spec: { config: 'a-cm', selector: { a: 'b', x: 'z' } } })
})

it('extensions in the schemas of `crds` do the same', () => {
  const schema = `example.org/v1.Widget:
  Schema:
    properties:
      apiVersion: {type: string}
      kind: {type: string}
      metadata: {type: object}
      spec: {$ref: Spec}
Spec:
  Schema:
    properties:
      selector: {x-kubernetes-label-selector: ""}
      config: {x-kubernetes-object-ref-kind: ConfigMap, x-kubernetes-object-ref-api-version: v1}
`
  const object = objects.replace('config: cm', 'config: {name: cm}')
  const files = { 'o.yaml': object, 'crd.yaml': schema.replace('example.org/v1.Widget', 'org.example.v1.Widget') }
  const kustomization = 'resources: [o.yaml]\ncrds: [crd.yaml]\nnamePrefix: a-\ncommonLabels: {x: z}'
  const result = buildFiles({ ...files, 'kustomization.yaml': kustomization })
  expect(problemsOf(result)).toEqual([])
  expect(widgetOf(result)).toMatchObject({ spec: { config: { name: 'a-cm' }, selector: { x: 'z' } } })
})

it.each([
  ['namePrefix: [{path: metadata/name, create: true}]', 'conflicting-field-specs', 'kustomization.yaml:2:18'],
  ['prefixes: []', 'unknown-field', 'c.yaml:1:1'],
  ['namePrefix: {}', 'wrong-type', 'c.yaml:1:13'],
])('a configuration %s is refused as %s', (config, code, place) => {
  const files = { 'o.yaml': objects, 'c.yaml': config }
  const result = buildFiles({ ...files, 'kustomization.yaml': 'resources: [o.yaml]\nconfigurations: [c.yaml]' })
  expect(problemsOf(result)).toEqual([`${code} /app/${place}`])
})
