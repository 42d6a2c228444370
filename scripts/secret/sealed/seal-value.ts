import { constants, createCipheriv, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'

/**
 * A text as Sealed Secrets encrypts it (pkg/crypto/crypto.go): a session key under RSA-OAEP with SHA-256, the text under
 * AES-256-GCM with that key. The nonce is zero because the key is used once. `label` binds the ciphertext to its place.
 * Layout, in base64: length of the RSA part in 2 bytes, RSA part, AES part with its tag.
 */
export function sealValue(text: string, publicKey: KeyObject, label: string): string {
  const sessionKey = randomBytes(32)
  const wrapped = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(label) },
    sessionKey,
  )
  const cipher = createCipheriv('aes-256-gcm', sessionKey, Buffer.alloc(12))
  const length = Buffer.alloc(2)
  length.writeUInt16BE(wrapped.length)
  const parts = [length, wrapped, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(parts).toString('base64')
}
