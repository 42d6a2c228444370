import { expect, test } from 'vitest'
import { ciphertextChecksum } from './ciphertext-checksum.ts'

const sops = 'stringData:\n  password: ENC[1]\nsops:\n  age: []\n'

test('a new ciphertext changes it, and nothing else does', () => {
  const checksum = ciphertextChecksum(sops)
  expect(checksum).toMatch(/^[0-9a-f]{16}$/)
  expect(ciphertextChecksum(`# why\n${sops}  version: 4\n`)).toBe(checksum)
  expect(ciphertextChecksum(sops.replace('[1]', '[2]'))).not.toBe(checksum)
})

test('it is taken of a SealedSecret too', () => {
  expect(ciphertextChecksum('spec:\n  encryptedData: {password: a}\n')).toBeDefined()
})

test('what has no ciphertext has none', () => {
  for (const text of ['', 'kind: ExternalSecret\nspec: {}\n', 'data: x\n', '{', '- a\n'])
    expect(ciphertextChecksum(text)).toBeUndefined()
})
