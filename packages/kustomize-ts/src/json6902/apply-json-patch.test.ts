import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emitResource } from '../emit/emit.ts'
import { nodeAt } from '../node/node-at.ts'
import { mapOf, nodeOf } from '../testing/node-of.ts'
import { parseOne } from '../testing/parse-one.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { applyJsonPatch, type Patched } from './apply-json-patch.ts'
import { readJsonPatch } from './operation.ts'

function patch(target: string, operations: string): Patched {
  const [document = nodeOf([])] = parseDocuments(operations, '/patch.yaml', { dialect: 'v2' }).documents
  const read = readJsonPatch(document)
  expect(read.diagnostics).toEqual([])
  return applyJsonPatch(parseOne(target), read.operations)
}

describe('applyJsonPatch', () => {
  it.each([
    ['adds a key', 'a: 1', '{op: add, path: /b, value: 2}', 'a: 1\nb: 2\n'],
    ['appends to a list', 'a: [1]', '{op: add, path: /a/-, value: 2}', 'a:\n- 1\n- 2\n'],
    ['inserts into a list', 'a: [1, 2]', '{op: add, path: /a/1, value: 3}', 'a:\n- 1\n- 3\n- 2\n'],
    ['counts from the end', 'a: [1, 2]', '{op: remove, path: /a/-1}', 'a:\n- 1\n'],
    ['replaces a key that is missing', 'a: 1', '{op: replace, path: /b, value: 2}', 'a: 1\nb: 2\n'],
    ['moves', 'a: {b: 1}', '{op: move, from: /a/b, path: /c}', 'a: {}\nc: 1\n'],
    ['copies', 'a: [1]', '{op: copy, from: /a, path: /b}', 'a:\n- 1\nb:\n- 1\n'],
    ['decodes paths', 'a/b~: 1', '{op: replace, path: /a~1b~0, value: 2}', 'a/b~: 2\n'],
    ['adds null for want of a value', 'a: 1', '{op: add, path: /b}', 'a: 1\nb: null\n'],
    ['goes on after a test', 'a: [1]', '[{op: test, path: /a, value: [1]}, {op: remove, path: /a}]', '{}\n'],
    [
      'takes integers through floats',
      'a: 12345678901234567890\nb: 1',
      '{op: remove, path: /b}',
      'a: 12345678901234567000\n',
    ],
  ])('%s', (_, target, operation, yaml) => {
    const { root, diagnostics } = patch(target, operation.startsWith('[') ? operation : `[${operation}]`)
    expect(diagnostics).toEqual([])
    expect(emitResource(root)).toBe(yaml)
  })

  it.each([
    ['a parent that is missing', '{op: add, path: /b/c, value: 1}'],
    ['a key to remove that is missing', '{op: remove, path: /b}'],
    ['an index behind the end', '{op: replace, path: /l/1, value: 1}'],
    ['a test that fails', '{op: test, path: /a, value: 2}'],
    ['an unknown operation', '{op: delete, path: /a}'],
    ['a path without a slash', '{op: remove, path: a}'],
    ['an operation without path', '{op: remove}'],
    ['a list in place of the resource', '{op: replace, path: "", value: []}'],
  ])('reports %s', (_, operation) => {
    const { diagnostics } = patch('a: 1\nl: [1]', `[${operation}]`)
    expect(diagnostics).toMatchObject([{ code: 'json-patch-failed', source: { file: '/patch.yaml', line: 1 } }])
  })

  it('knows both places of a value that it replaces', () => {
    const { root } = patch('spec:\n  replicas: 1', '- op: replace\n  path: /spec/replicas\n  value: 2')
    expect(nodeAt(root, ['spec', 'replicas'])?.at).toMatchObject({
      file: '/patch.yaml',
      line: 3,
      previous: { file: '/test.yaml', line: 2, column: 13 },
    })
  })

  it('moves a value there and back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const target = mapOf({ a: value, b: {} })
        const operations = nodeOf([
          { op: 'move', from: '/a', path: '/b/c' },
          { op: 'move', from: '/b/c', path: '/a' },
        ])
        const { root } = applyJsonPatch(target, readJsonPatch(operations).operations)
        const untouched = applyJsonPatch(target, []).root
        expect(emitResource(root)).toEqual(emitResource(untouched))
      }),
    )
  })
})

describe('readJsonPatch', () => {
  it.each([['a: 1'], ['- a'], ['text']])('refuses %s', text => {
    const [document = nodeOf([])] = parseDocuments(text, '/patch.yaml').documents
    expect(readJsonPatch(document).diagnostics).toMatchObject([{ code: 'json-patch-shape', source: { line: 1 } }])
  })
})

describe('an operation with a key that operations do not have', () => {
  it('is applied as kustomize does, with a warning at the key', () => {
    const [document = nodeOf([])] = parseDocuments('- op: add\n  path: /a\n  valu: 1', '/patch.yaml').documents
    const { operations, diagnostics } = readJsonPatch(document)
    expect(operations).toHaveLength(1)
    expect(diagnostics).toMatchObject([{ code: 'unknown-field', severity: 'warning', source: { line: 3, column: 3 } }])
  })
})
