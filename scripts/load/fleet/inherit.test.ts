import fc from 'fast-check'
import { type MapNode, parseDocuments, positionOf, toValue } from 'kustomize-ts'
import { expect, it } from 'vitest'
import { inherit } from './inherit.ts'

type Json = { readonly [key: string]: Json } | readonly number[] | number

const json: fc.Arbitrary<{ readonly [key: string]: Json }> = fc.letrec<{ map: { [key: string]: Json }; any: Json }>(
  tie => ({
    map: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('any'), { maxKeys: 4 }),
    any: fc.oneof({ maxDepth: 4 }, fc.nat(9), fc.array(fc.nat(9)), tie('map')),
  }),
).map

function nodeOf(value: unknown, file: string): MapNode {
  const [node] = parseDocuments(JSON.stringify(value), file).documents
  if (node?.kind !== 'map') throw new Error('not a map')
  return node
}

const isMap = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && !Array.isArray(value)

/** The law in plain JavaScript: maps merge, all else replaces. */
function merge(
  above: { readonly [key: string]: Json },
  nearer: { readonly [key: string]: Json },
): { [key: string]: Json } {
  const merged: { [key: string]: Json } = { ...above }
  for (const [key, value] of Object.entries(nearer)) {
    const known = above[key]
    merged[key] = isMap(known) && isMap(value) ? merge(known, value) : value
  }
  return merged
}

it('maps merge and all else replaces, whatever the settings', () => {
  fc.assert(
    fc.property(json, json, (above, nearer) => {
      expect(toValue(inherit(nodeOf(above, '/above'), nodeOf(nearer, '/nearer')))).toEqual(merge(above, nearer))
    }),
  )
})

it('every key has the place of who said it last, and knows whom that overrode', () => {
  fc.assert(
    fc.property(json, json, (above, nearer) => {
      const root = inherit(nodeOf(above, '/above'), nodeOf(nearer, '/nearer'))
      for (const key of Object.keys({ ...above, ...nearer })) {
        const place = positionOf(root, [key], 'key')
        expect(place.file).toBe(key in nearer ? '/nearer' : '/above')
        expect(place.previous?.file).toBe(key in nearer && key in above ? '/above' : undefined)
      }
    }),
  )
})

it('settings that add nothing change nothing', () => {
  fc.assert(
    fc.property(json, settings => {
      const root = nodeOf(settings, '/settings')
      expect(toValue(inherit(root, nodeOf({}, '/empty')))).toEqual(settings)
      expect(toValue(inherit(root, root))).toEqual(settings)
    }),
  )
})
