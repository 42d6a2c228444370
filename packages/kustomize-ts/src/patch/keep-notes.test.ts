import { expect, it } from 'vitest'
import { build } from '../build/build.ts'
import { createMemoryFileSystem } from '../source/memory.ts'

it.each([
  ['annotations: {a: b}', 'p-cm-4h2mbtbbt6'],
  ['annotations: null', 'p-cm'],
  ['annotations: {$patch: replace, a: b}', 'p-cm'],
  ['annotations: {$patch: delete}', 'p-cm'],
  ['$patch: replace', 'p-cm'],
])('a patch with %s leaves a generated ConfigMap the name %s, as in kustomize', (text, name) => {
  const patch = `{apiVersion: v1, kind: ConfigMap, metadata: {name: cm, ${text}}}`
  const kustomization = `namePrefix: p-\nconfigMapGenerator: [{name: cm, literals: [a=b]}]\npatches: [{patch: '${patch}'}]\n`
  const { resources } = build('/', { fileSystem: createMemoryFileSystem({ '/kustomization.yaml': kustomization }) })
  expect(resources.map(resource => resource.id.name)).toEqual([name])
})
