import { createCipheriv, randomBytes } from 'node:crypto'

/** SOPS takes 32 bytes where GCM's own size is 12 (aes/cipher.go, nonceSize). */
const nonceSize = 32

/**
 * A text as SOPS writes it: AES-256-GCM, whose additional data binds it to its place, so that two ciphertexts cannot be
 * swapped. `place` is the field's path joined and ended by colons, or the time of a message authentication code.
 */
export function encryptValue(text: string, key: Uint8Array, place: string): string {
  const nonce = randomBytes(nonceSize)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const [body, iv, tag] = [data, nonce, cipher.getAuthTag()].map(part => part.toString('base64'))
  return `ENC[AES256_GCM,data:${body},iv:${iv},tag:${tag},type:str]`
}
