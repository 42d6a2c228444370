import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Diagnostic } from '../src/model/diagnostic.ts'
import type { Node } from '../src/model/node.ts'
import { composeDocument } from '../src/yaml/compose-document.ts'
import { findBadTab } from '../src/yaml/find-bad-tab.ts'
import { locateIn } from '../src/yaml/locate.ts'
import { readPlainDocument } from '../src/yaml/plain/read-plain-document.ts'
import { readDocument } from '../src/yaml/read-document.ts'
import type { Dialect } from '../src/yaml/resolve-tag.ts'
import { splitDocuments } from '../src/yaml/split-documents.ts'
import { makeTree } from './fuzz/make-tree.ts'
import { createRandom } from './fuzz/random.ts'
import { mutateTree } from './malformed/mutate-tree.ts'

/** What the parser of all of YAML makes of a document; undefined where it finds anything wrong. */
function readAll(text: string, dialect: Dialect): Node | undefined {
  const { document, ignored, problem, text: source, toOriginal } = readDocument(text)
  if (!document?.contents || problem || ignored?.contents || findBadTab(source) !== undefined) return undefined
  const diagnostics: Diagnostic[] = []
  const locate = locateIn(text, '/f.yaml')
  const node = composeDocument(document.contents, {
    ...{ dialect, source, duplicateKeys: 'error', otherKeys: 'error' },
    locate: offset => locate(toOriginal(offset)),
    report: diagnostic => diagnostics.push(diagnostic),
  })
  return diagnostics.length === 0 ? node : undefined
}

it('what is read as a plain document is read as the parser of all of YAML reads it, places included', () => {
  let plain = 0
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.constantFrom<Dialect>('v2', 'v3'), (seed, dialect) => {
      const random = createRandom(seed)
      const tree = makeTree(random, [])
      const files = [...Object.values(tree.files), ...Object.values(mutateTree(tree, random).files)]
      const short = files.map(content => Buffer.from(content).toString('utf8')).filter(text => text.length < 10_000)
      for (const { text } of short.flatMap(file => splitDocuments(file).documents)) {
        const node = readPlainDocument(text, locateIn(text, '/f.yaml'), dialect)
        if (node === undefined) continue
        plain += 1
        expect(node, text).toEqual(readAll(text, dialect))
      }
    }),
    { numRuns: 60 },
  )
  expect(plain).toBeGreaterThan(100)
})
