import { expect, it } from 'vitest'
import { toValue } from '../node/to-value.ts'
import { buildFiles, problemsOf } from '../testing/build-files.ts'

const widget = 'apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: w}\nspec: {parts: [{name: a, size: 1}]}\n'
const schema = `definitions:
  Widget:
    x-kubernetes-group-version-kind: [{group: example.org, version: v1, kind: Widget}]
    properties:
      spec:
        properties:
          parts:
            type: array
            x-kubernetes-patch-strategy: merge
            x-kubernetes-patch-merge-key: name
            items: {properties: {name: {type: string}}}
`
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: x}]}\n'

function buildWith(openapi: string, engine: 'kustomize' | 'flux' = 'kustomize') {
  const patch = (text: string) => text.replace('size: 1', 'weight: 2').replace('image: x', 'tty: true')
  const files = {
    'o.yaml': `${widget}---\n${pod}`,
    'p.yaml': `${patch(widget)}---\n${patch(pod)}`,
    'schema.yaml': schema,
  }
  const kustomization = `resources: [o.yaml]\npatches: [{path: p.yaml}]\n${openapi}`
  const result = buildFiles({ ...files, 'kustomization.yaml': kustomization }, '/app', { engine })
  const specs = result.resources.map(({ root }) => (toValue(root) as { spec: unknown }).spec)
  return { specs, problems: problemsOf(result) }
}

const merged = { parts: [{ name: 'a', size: 1, weight: 2 }] }
const replaced = { parts: [{ name: 'a', weight: 2 }] }
const mergedPod = { containers: [{ name: 'a', image: 'x', tty: true }] }
const replacedPod = { containers: [{ name: 'a', tty: true }] }

it('without a schema a patch replaces the lists of custom resources', () => {
  expect(new Set(buildWith('').specs)).toEqual(new Set([replaced, mergedPod]))
})

it('a schema file merges them, and replaces what kustomize knows itself; with Flux it adds to it', () => {
  expect(new Set(buildWith('openapi: {path: schema.yaml}').specs)).toEqual(new Set([merged, replacedPod]))
  expect(new Set(buildWith('openapi: {path: schema.yaml}', 'flux').specs)).toEqual(new Set([merged, mergedPod]))
})

it.each([
  ['openapi: {version: v1.20.4}', 'unknown-version', 'kustomization.yaml:3:20'],
  ['openapi: {version: v1.21.2, path: schema.yaml}', 'version-and-path', 'kustomization.yaml:3:20'],
  ['openapi: {path: no.yaml}', 'file-not-found', 'kustomization.yaml:3:17'],
])('%s is refused as %s', (openapi, code, place) => {
  expect(buildWith(openapi).problems).toEqual([`${code} /app/${place}`])
})

it('version v1.21.2 is what kustomize knows', () => {
  expect(buildWith('openapi: {version: v1.21.2}')).toEqual(buildWith(''))
})
