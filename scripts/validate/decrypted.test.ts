import { expect, test } from 'vitest'
import { decrypted } from './decrypted.ts'

test('what SOPS adds to a file is no part of the resource', () => {
  expect(decrypted({ value: { kind: 'Secret', sops: { mac: 'ENC[]' } } })).toEqual({ kind: 'Secret' })
})

test('a key that is only called so stays, and is an error', () => {
  for (const sops of [{}, 'mac', null, []]) expect(decrypted({ value: { sops } })).toEqual({ sops })
})
