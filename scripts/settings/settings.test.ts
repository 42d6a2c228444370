import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { listChangedKeys } from './changed-keys.ts'
import { editSettings } from './edit-settings.ts'

describe('an edit of a settings file', () => {
  const text = `# who
site: { id: "1", location: { latitude: 1, longitude: 2 } } # where
worker:
  # few
  capacity: 4
release: "3.2.6"
`
  it('changes one value, and keeps comments and order', () => {
    expect(editSettings(text, [{ path: ['release'], value: '3.2.8' }])).toBe(text.replace('3.2.6', '3.2.8'))
  })

  it('adds what is not there, maps above it included', () => {
    const edited = editSettings(text, [
      { path: ['rollout', 'hold'], value: { key: 'release', value: '3.2', reason: 'x' } },
    ])
    expect(parse(edited).rollout).toEqual({ hold: { key: 'release', value: '3.2', reason: 'x' } })
    expect(edited.startsWith(text.trimEnd())).toBe(true)
  })

  it('takes a key away, with the map that it leaves empty', () => {
    expect(parse(editSettings(text, [{ path: ['worker', 'capacity'], value: undefined }]))).not.toHaveProperty('worker')
    expect(editSettings('a: 1\n', [{ path: ['a'], value: undefined }])).toBe('')
    expect(editSettings(text, [{ path: ['nothing', 'here'], value: undefined }])).toBe(text)
  })
})

const key = fc.constantFrom('a', 'b', 'c')
const { tree } = fc.letrec(tie => ({
  tree: fc.dictionary(
    key,
    fc.oneof({ maxDepth: 3 }, fc.integer(), fc.constantFrom('x', '1.2'), fc.array(fc.integer()), tie('tree')),
  ),
}))

it('the changed keys, written into the earlier settings, give the later ones', () => {
  fc.assert(
    fc.property(tree, tree, (before, after) => {
      const edits = listChangedKeys(before, after).map(({ path, after }) => ({ path, value: after }))
      const edited = parse(editSettings(stringify(before), edits)) ?? {}
      expect(withoutEmpty(edited)).toEqual(withoutEmpty(after))
    }),
  )
})

/** A map without any key says nothing. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, withoutEmpty(inner)] as const)
  const kept = entries.filter(([, inner]) => inner !== undefined)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
