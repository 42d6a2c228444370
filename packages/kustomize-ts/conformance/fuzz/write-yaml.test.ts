import fc from 'fast-check'
import { expect, it } from 'vitest'
import { build } from '../../src/build/build.ts'
import { toValue } from '../../src/node/to-value.ts'
import { createMemoryFileSystem } from '../../src/source/memory.ts'
import { parseOne } from '../../src/testing/parse-one.ts'
import { makeTree } from './make-tree.ts'
import { createRandom } from './random.ts'
import { type Value, writeYaml } from './write-yaml.ts'

// A key `<<` takes another map in.
const text = fc
  .oneof(fc.string(), fc.constantFrom('a\nb', 'a\nb\n', "it's", 'yes', '1', 'a: b', '- x', '😀', ' x', 'x '))
  .filter(key => key !== '<<')
const value = fc.letrec<{ node: Value }>(tie => ({
  node: fc.oneof({ depthSize: 'small' }, text, fc.integer(), fc.array(tie('node')), fc.dictionary(text, tie('node'))),
})).node

it('whatever the style, the text reads as the value', () => {
  fc.assert(
    fc.property(fc.dictionary(text, value), fc.integer(), (object, seed) => {
      expect(toValue(parseOne(writeYaml(object, createRandom(seed))))).toEqual(object)
    }),
  )
})

it('the same seed makes the same tree, and most trees build', () => {
  expect(makeTree(createRandom(7), [])).toEqual(makeTree(createRandom(7), []))
  const built = Array.from({ length: 100 }, (_, seed) => {
    const { files, target } = makeTree(createRandom(seed), [])
    const rooted = Object.fromEntries(Object.entries(files).map(([path, content]) => [`/${path}`, content]))
    return build(`/${target}`, { fileSystem: createMemoryFileSystem(rooted) }).resources.length > 0
  })
  expect(built.filter(Boolean).length).toBeGreaterThan(50)
})
