import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeTree } from '../../../scripts/testing/write-tree.ts'
import { isBuilt, readFamily } from './family.ts'

it('a family of programs is built again when one of them, or of its data, is gone', () => {
  const parts = { etcd: ['etcd'], flux: ['kustomize-controller', 'source-controller', 'crds/source', 'crds/kustomize'] }
  for (const [name, expected] of Object.entries(parts)) {
    expect(readFamily(name).parts).toEqual(expected)
    const folder = join(writeTree({}), name)
    for (const part of expected) {
      expect(isBuilt({ folder, parts: expected })).toBe(false)
      mkdirSync(join(folder, part), { recursive: true })
    }
    expect(isBuilt({ folder, parts: expected })).toBe(true)
  }
})
