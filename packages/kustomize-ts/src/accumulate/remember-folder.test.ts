import { describe, expect, it } from 'vitest'
import { build } from '../build/build.ts'
import { createCache } from '../source/cache.ts'
import { createMemoryFileSystem } from '../source/memory.ts'

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'

const files: Readonly<Record<string, string>> = {
  '/base/kustomization.yaml':
    'resources: [a.yaml]\npatches: [{ path: patch.yaml }]\nconfigMapGenerator: [{ name: b, files: [text] }]\n',
  '/base/a.yaml': configMap,
  '/base/patch.yaml': `${configMap}data: { k: v }\n`,
  '/base/text': 'text\n',
  '/one/kustomization.yaml': 'resources: [../base]\nnamePrefix: one-\n',
  '/two/kustomization.yaml': 'resources: [../base]\nnamePrefix: two-\n',
}

const buildIn = (changed: Readonly<Record<string, string>>, folder: string, cache = createCache()) =>
  build(folder, { fileSystem: createMemoryFileSystem({ ...files, ...changed }), cache })

describe('a base that several builds share', () => {
  it('comes to the same as in a build alone', () => {
    const cache = createCache()
    for (const folder of ['/base', '/one', '/two', '/one', '/base'])
      expect(buildIn({}, folder, cache)).toEqual(buildIn({}, folder))
  })

  it.each([
    ['the kustomization', '/base/kustomization.yaml', 'resources: [a.yaml]\n'],
    ['a manifest', '/base/a.yaml', `${configMap}immutable: true\n`],
    ['a patch', '/base/patch.yaml', `${configMap}data: { k: w }\n`],
    ['a generated file', '/base/text', 'TEXT\n'],
    ['a second kustomization file', '/base/kustomization.yml', 'namespace: a\n'],
  ])('is worked out anew when %s changes', (_, file, text) => {
    const cache = createCache()
    buildIn({}, '/one', cache)
    const again = buildIn({ [file]: text }, '/two', cache)
    expect(again).toEqual(buildIn({ [file]: text }, '/two'))
    expect(again).not.toEqual(buildIn({}, '/two', cache))
  })

  it('tells its warnings and errors to every build', () => {
    const broken = { '/base/a.yaml': 'kind: {\n' }
    const cache = createCache()
    const codes = ['/one', '/two'].map(folder => buildIn(broken, folder, cache).diagnostics.map(({ code }) => code))
    expect(codes).toEqual([['yaml-syntax'], ['yaml-syntax']])
  })

  it('is still a cycle where it leads back to the folder that a build starts from', () => {
    const outer = {
      '/app/kustomization.yaml': 'resources: [a.yaml]\n',
      '/app/a.yaml': configMap,
      '/base/kustomization.yaml': 'resources: [../app]\n',
      '/app/inner/kustomization.yaml': 'resources: [../../base]\n',
    }
    const cache = createCache()
    expect(buildIn(outer, '/base', cache).diagnostics).toEqual([])
    expect(buildIn(outer, '/app/inner', cache).diagnostics).toMatchObject([{ code: 'cycle' }])
  })
})
