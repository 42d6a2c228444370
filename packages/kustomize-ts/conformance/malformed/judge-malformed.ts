import { build } from '../../src/build/build.ts'
import { createMemoryFileSystem } from '../../src/source/memory.ts'
import { makeTree } from '../fuzz/make-tree.ts'
import { createRandom } from '../fuzz/random.ts'
import { mutateTree } from './mutate-tree.ts'

/** Builds the malformed tree of a seed. What is wrong with the answer; undefined where nothing is. */
export function judgeMalformed(seed: number): string | undefined {
  const random = createRandom(seed)
  const { files, target } = mutateTree(makeTree(random, []), random)
  const absolute = Object.fromEntries(Object.entries(files).map(([path, content]) => [`/${path}`, content]))
  try {
    const { resources, yaml, diagnostics } = build(`/${target}`, { fileSystem: createMemoryFileSystem(absolute) })
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0 && (resources.length > 0 || yaml !== '')) return `built in spite of ${errors[0]?.code}`
    const homeless = errors.find(({ source }) => source === undefined || source.line < 1 || source.column < 1)
    return homeless && `${homeless.code} has no place`
  } catch (error) {
    return `thrown: ${error instanceof Error ? error.stack : String(error)}`
  }
}
