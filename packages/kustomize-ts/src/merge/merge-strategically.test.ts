import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emitResource } from '../emit/emit.ts'
import { nodeAt } from '../node/node-at.ts'
import { builtinSchema } from '../tables/tables.ts'
import { mapOf } from '../testing/node-of.ts'
import { parseOne } from '../testing/parse-one.ts'
import { mergeStrategically } from './merge-strategically.ts'

const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\n'

function merge(target: string, patch: string): string {
  const merged = mergeStrategically(parseOne(target), parseOne(patch, '/patch.yaml'), builtinSchema)
  expect(merged.diagnostics).toEqual([])
  return merged.root ? emitResource(merged.root) : ''
}

function mergeSpec(target: string, patch: string): string {
  return merge(`${deployment}spec: ${target}\n`, `${deployment}spec: ${patch}\n`).replace(/^.*?\nspec:\n/s, '')
}

describe('an element to delete that is not there', () => {
  it('is told of at the key that says which', () => {
    const spec = (volume: string) => `${deployment}spec: {template: {spec: {volumes: [${volume}]}}}\n`
    const patch = parseOne(spec('{name: w, $patch: delete}'), '/patch.yaml')
    const { diagnostics } = mergeStrategically(parseOne(spec('{name: v}')), patch, builtinSchema)
    const source = { file: '/patch.yaml', line: 5 }
    expect(diagnostics).toMatchObject([{ code: 'patch-deletes-nothing', severity: 'warning', source }])
  })
})

describe('mergeStrategically', () => {
  it('merges containers by name and puts new ones first', () => {
    const target = '{template: {spec: {containers: [{name: a, image: x}, {name: b}]}}}'
    const patch = '{template: {spec: {containers: [{name: c}, {name: a, image: z}]}}}'
    const yaml = mergeSpec(target, patch)
    expect(yaml.match(/- .*/g)).toEqual(['- name: c', '- image: z', '- name: b'])
  })

  it('replaces lists of kinds without a schema', () => {
    const custom = 'apiVersion: x/v1\nkind: Foo\n'
    expect(merge(`${custom}items: [{name: a}]\n`, `${custom}items: [{name: b}]\n`)).toContain('items:\n- name: b\n')
  })

  it.each([
    ['deletes with null', '{a: 1, b: 2}', '{a: null}', '  b: 2\n'],
    ['keeps a null that the target spells out', '{a: null}', '{b: 1}', '  a: null\n  b: 1\n'],
    ['keeps quotes, which make a string of a number', '{a: "1"}', '{a: 2}', '  a: "2"\n'],
    ['replaces a map on demand', '{a: {b: 1}}', '{a: {c: 1, $patch: replace}}', '  a:\n    c: 1\n'],
    ['deletes a map on demand', '{a: {b: 1}, c: 1}', '{a: {$patch: delete}}', '  c: 1\n'],
    [
      'leaves an emptied list',
      '{template: {spec: {volumes: [{name: v}]}}}',
      '{template: {spec: {volumes: [{name: v, $patch: delete}]}}}',
      '  template:\n    spec:\n      volumes: []\n',
    ],
  ])('%s', (_, target, patch, yaml) => {
    expect(mergeSpec(target, patch)).toBe(yaml)
  })

  it('deletes a whole resource', () => {
    expect(merge(`${deployment}spec: {}\n`, `${deployment}$patch: delete\n`)).toBe('')
  })

  it('knows both places of a field that the patch sets', () => {
    const target = parseOne(`${deployment}spec:\n  replicas: 1\n  paused: true\n`)
    const patch = parseOne(`${deployment}spec: {replicas: 2}\n`, '/patch.yaml')
    const { root } = mergeStrategically(target, patch, builtinSchema)
    expect(root && nodeAt(root, ['spec', 'replicas'])?.at).toMatchObject({
      file: '/patch.yaml',
      line: 5,
      column: 18,
      previous: { file: '/test.yaml', line: 6, column: 13 },
    })
    expect(root && nodeAt(root, ['spec', 'paused'])).toBe(nodeAt(target, ['spec', 'paused']))
  })

  it.each([
    ['a map on a list', '{args: [a]}', '{args: {b: 1}}', 'patch-wrong-kind', 14],
    ['an unknown directive', '{a: {b: 1}}', '{a: {$patch: remove}}', 'patch-directive-unknown', 20],
  ])('reports %s at its place in the patch', (_, target, patch, code, column) => {
    const merged = mergeStrategically(
      parseOne(`${deployment}spec: ${target}\n`),
      parseOne(`${deployment}spec: ${patch}\n`, '/patch.yaml'),
      builtinSchema,
    )
    expect(merged.diagnostics).toMatchObject([
      { code, severity: 'error', source: { file: '/patch.yaml', line: 5, column } },
    ])
  })

  it('changes nothing with an empty patch', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), value => {
        const target = mapOf({ apiVersion: 'x/v1', kind: 'Foo', value })
        expect(mergeStrategically(target, mapOf({}), builtinSchema).root).toBe(target)
      }),
    )
  })

  it('comes to an end with any patch', () => {
    const value = fc.dictionary(fc.constantFrom('spec', 'template', 'containers', 'name', '$patch'), fc.jsonValue())
    fc.assert(
      fc.property(value, value, (target, patch) => {
        const kind = { apiVersion: 'v1', kind: 'Pod' }
        const merged = mergeStrategically(mapOf({ ...target, ...kind }), mapOf({ ...patch, ...kind }), builtinSchema)
        expect(merged.diagnostics.every(diagnostic => diagnostic.severity === 'error')).toBe(true)
      }),
    )
  })
})
