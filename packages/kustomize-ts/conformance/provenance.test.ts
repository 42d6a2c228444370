import fc from 'fast-check'
import { expect, it } from 'vitest'
import { build } from '../src/build/build.ts'
import { createMemoryFileSystem } from '../src/source/memory.ts'
import { makeTree } from './fuzz/make-tree.ts'
import { createRandom } from './fuzz/random.ts'
import { isExplained, listScalars } from './is-explained.ts'

it('the text at the place of every value yields it, for random trees of all fields', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), seed => {
      const { files, target } = makeTree(createRandom(seed), [])
      const absolute = Object.fromEntries(Object.entries(files).map(([path, content]) => [`/${path}`, content]))
      const { resources } = build(`/${target}`, { fileSystem: createMemoryFileSystem(absolute) })
      const strays = resources.flatMap(({ id, root }) =>
        listScalars(root, id.kind).filter(([, scalar]) => !isExplained(scalar, absolute)),
      )
      expect(strays.map(([path, { text, at }]) => `${path} = ${text} at ${at.file}:${at.line}:${at.column}`)).toEqual(
        [],
      )
    }),
    { numRuns: 50 },
  )
})
