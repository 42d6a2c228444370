import { expect, it } from 'vitest'
import { nodeAt } from '../node/node-at.ts'
import { positionInText } from '../node/position-in-text.ts'
import { positionOf } from '../node/position-of.ts'
import { toValue } from '../node/to-value.ts'
import { buildFiles, configMap, problemsOf } from '../testing/build-files.ts'

const values = (files: Record<string, string>) => buildFiles(files).resources.map(({ root }) => toValue(root))

it('a ConfigMap is made of env files, literals and files, and named by a hash of them', () => {
  const kustomization = `configMapGenerator:
- name: cm
  envs: [x.env]
  literals: ['a="1"', b=2=3]
  files: [f.txt, key=f.txt]`
  const [value] = values({ 'kustomization.yaml': kustomization, 'x.env': '# no\n  E=1\nF\n', 'f.txt': 'hello\n' })
  expect(value).toMatchObject({ data: { E: '1', F: '', a: '1', b: '2=3', 'f.txt': 'hello\n', key: 'hello\n' } })
  expect(value).toMatchObject({ metadata: { name: expect.stringMatching(/^cm-[bcdfghkmt2456789]{10}$/) } })
})

it('the hash is the one that kustomize computes', () => {
  const [value] = values({ Kustomization: 'configMapGenerator: [{name: x, literals: [a=1]}]' })
  expect(value).toMatchObject({ metadata: { name: 'x-h29d89cmmt' } })
})

it('a Secret is base64, in lines of 70 characters when it is long', () => {
  const files = { Kustomization: 'secretGenerator: [{name: s, files: [long], literals: [a=b]}]', long: 'x'.repeat(60) }
  const long = Buffer.from('x'.repeat(60)).toString('base64')
  expect(values(files)).toMatchObject([
    { type: 'Opaque', data: { a: 'Yg==', long: `${long.slice(0, 70)}\n${long.slice(70)}\n` } },
  ])
})

it('options of all generators fill in those of one', () => {
  const [value] = values({
    Kustomization: `generatorOptions: {labels: {a: all, b: all}, disableNameSuffixHash: true}
configMapGenerator: [{name: x, literals: [a=1], options: {labels: {a: own}, immutable: true}}]`,
  })
  expect(value).toMatchObject({ immutable: true, metadata: { name: 'x', labels: { a: 'own', b: 'all' } } })
})

it('a merge keeps the name, the labels and the other data of the base', () => {
  const result = buildFiles({
    'kustomization.yaml':
      'resources: [base]\nnamePrefix: p-\nconfigMapGenerator:\n- {name: cm, behavior: merge, literals: [b=2]}',
    'base/kustomization.yaml': 'configMapGenerator: [{name: cm, literals: [a=1, b=1], options: {labels: {l: x}}}]',
  })
  expect(problemsOf(result)).toEqual([])
  const [value] = result.resources.map(({ root }) => toValue(root))
  expect(value).toMatchObject({ data: { a: '1', b: '2' }, metadata: { labels: { l: 'x' } } })
  expect(result.resources[0]?.id.name).toMatch(/^p-cm-/)
})

it('values know their places, and those of a file the lines in it', () => {
  const files = {
    'kustomization.yaml': 'configMapGenerator:\n- name: x\n  literals:\n  - a=1\n  files: [f]',
    f: 'one\ntwo\n',
  }
  const [resource] = buildFiles(files).resources
  if (resource === undefined) throw new Error('nothing was built')
  const { root } = resource
  expect(positionOf(root, ['data', 'a'])).toMatchObject({ file: '/app/kustomization.yaml', line: 4, column: 7 })
  const file = nodeAt(root, ['data', 'f'])
  if (file?.kind !== 'scalar') throw new Error('no text')
  expect(positionInText(file, 2, 1)).toEqual({ file: '/app/f', line: 2, column: 1 })
})

it.each([
  ['{literals: [a=1]}', 'generator-without-name', '3:3'],
  ['{name: x, literals: [a]}', 'bad-literal', '3:24'],
  ['{name: x, files: [a=b=c]}', 'bad-file-source', '3:21'],
  ['{name: x, files: [a=no]}', 'file-not-found', '3:23'],
  ['{name: x, literals: [a=1, a=2]}', 'generator-repeats-key', '3:29'],
  ['{name: x, behavior: merge}', 'generator-without-base', '3:10'],
  ['{name: cm}', 'generator-conflict', '3:10'],
])('%s is refused as %s at %s', (entry, code, place) => {
  const kustomization = `resources: [cm.yaml]\nconfigMapGenerator:\n- ${entry}`
  const result = buildFiles({ 'kustomization.yaml': kustomization, 'cm.yaml': configMap('cm') })
  expect(problemsOf(result)).toEqual([`${code} /app/kustomization.yaml:${place}`])
})
