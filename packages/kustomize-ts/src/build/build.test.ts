import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCache } from '../source/cache.ts'
import { buildFiles, configMap, problemsOf } from '../testing/build-files.ts'
import { build } from './build.ts'

describe('a build never throws', () => {
  const kustomization = `resources: [o.yaml, ../base]
namePrefix: a-
namespace: n
labels: [{pairs: {a: b}, includeSelectors: true, fields: [{path: spec/x, create: true}]}]
commonAnnotations: {a: b}
images: [{name: x, newTag: "1"}]
replicas: [{name: d, count: 2}]
configMapGenerator: [{name: g, literals: [a=b], files: [k=o.yaml], envs: [e.env], behavior: merge}]
secretGenerator: [{name: s, literals: [a=b], type: t}]
patches: [{path: p.yaml, target: {kind: .*, labelSelector: a=b}}]
replacements: [{source: {kind: ConfigMap, fieldPath: data.a}, targets: [{select: {kind: ConfigMap}, fieldPaths: ["data.[x.y].b"], options: {create: true, delimiter: "-", index: 1}}]}]
transformers: [t.yaml]
configurations: [c.yaml]
openapi: {path: s.yaml}
vars: [{name: V, objref: {kind: ConfigMap, name: cm}}]
buildMetadata: [originAnnotations]
sortOptions: {order: legacy}
`
  const fragments = [
    'null',
    '{}',
    '[]',
    '- a',
    ': ',
    '"',
    '[',
    '*',
    '&x',
    '\n',
    '  ',
    '---\n',
    'true',
    '1',
    '$patch: delete',
    '../',
    '|',
    '\t',
    '(',
    '\\',
  ]

  it('whatever stands in its files', () => {
    const mutation = fc.record({
      at: fc.nat(kustomization.length),
      length: fc.nat(12),
      text: fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 5 })),
    })
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 1, 2), (mutations, which) => {
        const mutate = (text: string) =>
          mutations.reduce(
            (t, { at, length, text: s }) => t.slice(0, at % t.length) + s + t.slice((at % t.length) + length),
            text,
          )
        const texts = [kustomization, configMap('cm'), `- {op: add, path: /data/x, value: 1}`]
        const [first = '', second = '', third = ''] = texts.map((text, index) =>
          index === which ? mutate(text) : text,
        )
        const files = {
          'kustomization.yaml': first,
          'o.yaml': second,
          'p.yaml': third,
          'e.env': 'A=1',
          't.yaml': second,
          'c.yaml': 'namePrefix: []',
          's.yaml': 'definitions: {}',
        }
        const result = buildFiles({ ...files, '/base/kustomization.yaml': 'resources: []' })
        if (result.diagnostics.some(({ severity }) => severity === 'error')) expect(result.resources).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

it('a cache serves changed files anew', () => {
  const cache = createCache()
  const built = (data: string) =>
    buildFiles({ Kustomization: 'resources: [cm.yaml]', 'cm.yaml': configMap('cm', data) }, '/app', { cache }).yaml
  expect([built('a: b'), built('a: c'), built('a: b')]).toEqual(
    ['a: b', 'a: c', 'a: b'].map(data => configMap('cm', data)),
  )
})

it('a folder on the disk that is not there is a diagnostic', () => {
  expect(problemsOf(build('/nowhere/at/all'))).toEqual(['file-not-found /nowhere/at/all:1:1'])
})
