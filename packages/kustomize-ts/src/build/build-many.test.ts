import { describe, expect, it } from 'vitest'
import { createCache } from '../source/cache.ts'
import type { FileSystem } from '../source/file-system.ts'
import { createMemoryFileSystem } from '../source/memory.ts'
import { configMap } from '../testing/build-files.ts'
import { build } from './build.ts'
import { buildMany } from './build-many.ts'

const files = {
  '/base/kustomization.yaml': 'resources: [cm.yaml]\nimages: [{name: none}]',
  '/base/cm.yaml': configMap('cm'),
  '/a/kustomization.yaml': 'resources: [../base]\nnamePrefix: a-',
  '/b/kustomization.yaml': 'resources: [../base]\nnamePrefix: b-',
}

function countReads(inner: FileSystem): { readonly fileSystem: FileSystem; readonly reads: Map<string, number> } {
  const reads = new Map<string, number>()
  const readFile = (path: string) => {
    reads.set(path, (reads.get(path) ?? 0) + 1)
    return inner.readFile(path)
  }
  return { fileSystem: { ...inner, readFile }, reads }
}

it('many builds read a shared file once, and give what each gives alone', () => {
  const { fileSystem, reads } = countReads(createMemoryFileSystem(files))
  const results = [...buildMany(['/a', '/b', '/a'], { fileSystem })]
  expect(results.map(({ yaml }) => yaml)).toEqual(['a-cm', 'b-cm', 'a-cm'].map(name => configMap(name)))
  expect(Math.max(...reads.values())).toBe(1)
  for (const { diagnostics } of results) expect(diagnostics.map(({ code }) => code)).toEqual(['image-matches-nothing'])
})

describe('a base that was built before', () => {
  const cache = createCache()
  const built = (changed: Readonly<Record<string, string>>) =>
    build('/a', { fileSystem: createMemoryFileSystem({ ...files, ...changed }), cache })

  it('is built anew when a file of it changes, comes or goes', () => {
    expect(built({}).yaml).toBe(configMap('a-cm'))
    expect(built({ '/base/cm.yaml': configMap('other') }).yaml).toBe(configMap('a-other'))
    expect(built({}).yaml).toBe(configMap('a-cm'))
    const second = built({ '/base/kustomization.yml': 'resources: []' })
    expect(second.diagnostics.map(({ code }) => code)).toEqual(['several-kustomizations'])
    expect(built({}).yaml).toBe(configMap('a-cm'))
  })

  it('is still a cycle for what it includes', () => {
    const cyclic = {
      '/base/kustomization.yaml': 'resources: [cm.yaml, ../deep]',
      '/deep/kustomization.yaml': 'resources: [cm.yaml]',
      '/deep/cm.yaml': configMap('deep'),
    }
    expect(built(cyclic).diagnostics).toEqual([])
    const fileSystem = createMemoryFileSystem({
      ...files,
      ...cyclic,
      '/deep/x/kustomization.yaml': 'resources: [../../base]',
    })
    expect(build('/deep/x', { fileSystem, cache }).diagnostics.map(({ code }) => code)).toEqual(['cycle'])
  })
})
