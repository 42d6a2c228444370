import { describe, expect, it } from 'vitest'
import { parseOne } from '../testing/parse-one.ts'
import { hashContent } from './hash-names.ts'

describe('hashContent', () => {
  it.each([
    ['a: "1"', 'h29d89cmmt'],
    ['L1: va\\b', 'fb6g4dm9h2'],
    ['L: "a\\bc"', '22t7m4k66f'],
    ['L: "a\\fc"', '79bdc6464b'],
  ])('of a ConfigMap with %s is that of kustomize', (data, hash) => {
    expect(hashContent(parseOne(`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  ${data}\n`))).toBe(hash)
  })
})
