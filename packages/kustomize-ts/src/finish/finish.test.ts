import { expect, it } from 'vitest'
import { buildFiles, configMap, problemsOf } from '../testing/build-files.ts'

const names = (result: ReturnType<typeof buildFiles>) => result.resources.map(({ id }) => `${id.kind}/${id.name}`)

const objects = [
  configMap('b'),
  configMap('a'),
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n',
  'apiVersion: example.org/v1\nkind: Other\nmetadata: {name: o}\n',
].join('---\n')

it('kustomize sorts by kind, Flux and `fifo` keep the order', () => {
  const files = { 'o.yaml': objects, 'kustomization.yaml': 'resources: [o.yaml]' }
  const sorted = ['Namespace/n', 'ConfigMap/a', 'ConfigMap/b', 'Other/o']
  const fifo = ['ConfigMap/b', 'ConfigMap/a', 'Namespace/n', 'Other/o']
  expect(names(buildFiles(files))).toEqual(sorted)
  expect(names(buildFiles(files, '/app', { engine: 'flux' }))).toEqual(fifo)
  expect(
    names(buildFiles({ ...files, 'kustomization.yaml': 'resources: [o.yaml]\nsortOptions: {order: fifo}' })),
  ).toEqual(fifo)
  const own =
    'resources: [o.yaml]\nsortOptions: {order: legacy, legacySortOptions: {orderFirst: [Other], orderLast: [Namespace]}}'
  expect(names(buildFiles({ ...files, 'kustomization.yaml': own }))[0]).toBe('Other/o')
})

it.each([
  ['{}', '2:14'],
  ['{order: random}', '2:22'],
  ['{order: fifo, legacySortOptions: {}}', '2:22'],
])('sortOptions %s are refused', (options, place) => {
  const result = buildFiles({ 'o.yaml': objects, 'kustomization.yaml': `resources: [o.yaml]\nsortOptions: ${options}` })
  expect(problemsOf(result)).toEqual([`bad-sort-options /app/kustomization.yaml:${place}`])
})

it('what is for tools only is left out', () => {
  const local = configMap('a').replace('name: a', 'name: a\n  annotations: {config.kubernetes.io/local-config: "true"}')
  expect(names(buildFiles({ 'o.yaml': local, Kustomization: 'resources: [o.yaml]' }))).toEqual([])
})

it('annotations become strings, and an empty map of them goes', () => {
  const text = (annotations: string) => configMap('a').replace('name: a', `name: a\n  annotations: ${annotations}`)
  const built = (annotations: string) =>
    buildFiles({ 'o.yaml': text(annotations), Kustomization: 'resources: [o.yaml]' }).yaml
  expect(built('{x: 1}')).toContain('annotations:\n    x: "1"\n')
  expect(built('{}')).toBe(configMap('a'))
})

it('a name that two objects had is followed to the one that shares the prefix', () => {
  const pod = (name: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{envFrom: [{configMapRef: {name: cm}}]}]}\n`
  const layer = (name: string) => ({
    [`${name}/kustomization.yaml`]: `resources: [o.yaml]\nnamePrefix: ${name}-`,
    [`${name}/o.yaml`]: `${configMap('cm')}---\n${pod('p')}`,
  })
  const { yaml } = buildFiles({ 'kustomization.yaml': 'resources: [a, b]', ...layer('a'), ...layer('b') })
  expect([...yaml.matchAll(/configMapRef:\n\s+name: (.*)/g)].map(match => match[1])).toEqual(['a-cm', 'b-cm'])
})
