import { expect, it } from 'vitest'
import { buildFiles, configMap, problemsOf } from '../testing/build-files.ts'

it('resources come from files and folders, bases and components in turn', () => {
  const { yaml } = buildFiles({
    'kustomization.yaml': 'resources: [base, own.yaml]\ncomponents: [part]\nsortOptions: {order: fifo}',
    'base/kustomization.yaml': 'resources: [cm.yaml]\nnamePrefix: base-',
    'base/cm.yaml': configMap('a'),
    'own.yaml': configMap('b'),
    'part/kustomization.yaml': 'kind: Component\nnameSuffix: -x\nresources: [c.yaml]',
    'part/c.yaml': configMap('c'),
  })
  expect(yaml).toBe([configMap('base-a-x'), configMap('b-x'), configMap('c-x')].join('---\n'))
})

it('every missing file is reported, at the entry that names it', () => {
  const result = buildFiles({ 'kustomization.yaml': 'resources:\n- a.yaml\n- b\npatches:\n- path: c.yaml' })
  expect(problemsOf(result)).toEqual([
    'file-not-found /app/kustomization.yaml:2:3',
    'file-not-found /app/kustomization.yaml:3:3',
  ])
})

it.each([
  ['cycle', 'resources: [a]', 'a/kustomization.yaml', 'resources: [..]', '/app/a/kustomization.yaml:1:13'],
  [
    'wrong-kind',
    'resources: [a]',
    'a/kustomization.yaml',
    'kind: Component\nresources: []',
    '/app/kustomization.yaml:1:13',
  ],
  ['wrong-kind', 'components: [a]', 'a/kustomization.yaml', 'resources: []', '/app/kustomization.yaml:1:14'],
  ['no-kustomization', 'resources: [a]', 'a/cm.yaml', configMap('a'), '/app/kustomization.yaml:1:13'],
  ['outside-root', 'resources: [../x.yaml]', '/x.yaml', configMap('a'), '/app/kustomization.yaml:1:13'],
  ['remote-resource', 'resources: ["https://github.com/x/y?ref=v1"]', 'z', '', '/app/kustomization.yaml:1:13'],
  ['absolute-root', 'resources: [/base]', '/base/kustomization.yaml', 'resources: []', '/app/kustomization.yaml:1:13'],
  [
    'duplicate-resource',
    'resources: [a.yaml]',
    'a.yaml',
    `${configMap('a')}---\n${configMap('a')}`,
    '/app/a.yaml:13:9',
  ],
  ['not-a-resource', 'resources: [a.yaml]', 'a.yaml', 'kind: Pod', '/app/a.yaml:1:1'],
])('%s: %s is refused', (code, kustomization, path, text, place) => {
  expect(problemsOf(buildFiles({ 'kustomization.yaml': kustomization, [path]: text }))).toEqual([`${code} ${place}`])
})

it('a file beside the root can be loaded without restriction, as Flux does', () => {
  const files = { 'kustomization.yaml': 'resources: [../x.yaml]', '/x.yaml': configMap('a') }
  expect(buildFiles(files, '/app', { loadRestrictor: 'LoadRestrictionsNone' }).yaml).toBe(configMap('a'))
  expect(buildFiles(files, '/app', { engine: 'flux' }).yaml).toBe(configMap('a'))
})
