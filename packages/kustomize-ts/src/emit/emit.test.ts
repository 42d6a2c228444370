import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapNode, Node } from '../model/node.ts'
import { toValue } from '../node/to-value.ts'
import { mapOf } from '../testing/node-of.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { emitResource, emitResources } from './emit.ts'

const probe = new URL('../../../../../shared/conformance/yaml_scalar_probe', import.meta.url).pathname
const probeIsThere = existsSync(`${probe}.in.yaml`)
if (!probeIsThere) console.warn('skipped: 1 test, because ../shared/conformance/yaml_scalar_probe.in.yaml is absent')

describe('emitResource', () => {
  it.skipIf(!probeIsThere)('writes the scalars of the probe as kustomize does', () => {
    const root = parseMap(readFileSync(`${probe}.in.yaml`, 'utf8'))
    expect(emitResource(root)).toBe(readFileSync(`${probe}.out.yaml`, 'utf8'))
  })

  it.each([
    ['a map in a list', { a: [{ b: 1, c: [] }, [1, [2]]] }, 'a:\n- b: 1\n  c: []\n- - 1\n  - - 2\n'],
    ['empty collections', { a: {}, b: [], c: [{}, []] }, 'a: {}\nb: []\nc:\n- {}\n- []\n'],
    ['a key of two lines', { 'x\ny': { b: 1, c: 2 } }, '? |-\n  x\n  y\n: b: 1\n  c: 2\n'],
    ['a list under a long key', { ['k'.repeat(129)]: ['a'] }, `? ${'k'.repeat(129)}\n: - a\n`],
    [
      'words of YAML 1.1',
      { a: ['yes', 'Off', 'yeS', '0o8', '.5_0'] },
      'a:\n- "yes"\n- "Off"\n- yeS\n- 0o8\n- ".5_0"\n',
    ],
    ['keys in natural order', { a10: 1, a2: 1, b: 1, _: 1, '1': 1 }, '_: 1\n"1": 1\na2: 1\na10: 1\nb: 1\n'],
  ])('writes %s', (_, value, yaml) => {
    expect(emitResource(mapOf(value))).toBe(yaml)
  })

  it('folds at the first space after column 80', () => {
    const text = `${'x'.repeat(79)} yy zz`
    expect(emitResource(mapOf({ a: text }))).toBe(`a: ${'x'.repeat(79)}\n  yy zz\n`)
  })

  it('writes what reads back as the same value', () => {
    fc.assert(
      fc.property(value, object => {
        const root = mapOf({ object })
        expect(toValue(parseMap(emitResource(root)))).toEqual(toValue(root))
      }),
    )
  })
})

describe('emitResources', () => {
  it('separates documents', () => {
    expect(emitResources([mapOf({ a: 1 }), mapOf({ b: 2 })])).toBe('a: 1\n---\nb: 2\n')
  })
})

/** Text without what no YAML file can carry back: control characters, and the break that reading normalises. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('- ', ': ', ' #', "'", '"', '\n', ' ', '\t', 'yes', '0', '.', '{', '*', '😀', 'long words'),
      fc.string(),
    ),
  )
  .map(parts => parts.join(''))
const value = fc.letrec<{ node: unknown }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('node')),
    fc.dictionary(text, tie('node')),
  ),
})).node

function parseMap(source: string): MapNode {
  const { documents, diagnostics } = parseDocuments(source, '/test.yaml')
  expect(diagnostics).toEqual([])
  return assertMap(documents[0])
}

function assertMap(node: Node | undefined): MapNode {
  if (node?.kind !== 'map') throw new Error('no map')
  return node
}
