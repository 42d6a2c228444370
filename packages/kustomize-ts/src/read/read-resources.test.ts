import { expect, it } from 'vitest'
import { readResources } from './read-resources.ts'

const names = (text: string) => readResources(text, '/f.yaml').resources.map(resource => resource.id.name)

it('a resource has the identity that its manifest names', () => {
  const { resources } = readResources('apiVersion: v1\nkind: Pod\nmetadata: {name: 7, namespace: n}\n', '/f.yaml')
  expect(resources.map(resource => resource.id)).toEqual([{ apiVersion: 'v1', kind: 'Pod', namespace: 'n', name: '7' }])
})

it('a list stands for its items, which come last', () => {
  const list = 'kind: PodList\nitems: [{kind: Pod, metadata: {name: a}}]\n'
  expect(names(`${list}---\nkind: Pod\nmetadata: {name: b}`)).toEqual(['b', 'a'])
  expect(names('kind: List\nitems: [{kind: Pod, metadata: {name: a}}, null]')).toEqual(['a'])
  expect(names('kind: List\nitems: []')).toEqual([])
  expect(names('kind: AllowList\nspec: x')).toEqual([''])
})

it('empty documents are no resources', () => expect(names('{}\n---\n[]\n---\nnull\n')).toEqual([]))

it.each([
  ['kind: Pod', [1, 1]],
  ['kind: Pod\nmetadata: {labels: {}}', [2, 1]],
  ['kind: Pod\nmetadata:\n  name: ""', [3, 9]],
  ['metadata: {name: x}', [1, 1]],
  ['- kind: Pod', [1, 1]],
  ['kind: Pod\nmetadata: {name: x}\n---\nhello', [4, 1]],
  ['kind: PodList\nitems: {}', [2, 8]],
])('%j is refused as no resource, at its place', (text, place) => {
  const { resources, diagnostics } = readResources(text, '/f.yaml')
  const found = diagnostics.map(({ code, source }) => [code, source?.line, source?.column])
  expect([resources, found]).toEqual([[], [['not-a-resource', ...place]]])
})
