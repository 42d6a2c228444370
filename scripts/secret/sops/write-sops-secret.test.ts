import { createDecipheriv, createHash } from 'node:crypto'
import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { encryptTree } from './encrypt-tree.ts'
import { encryptValue } from './encrypt-value.ts'
import { whyNotRecipient } from './why-not-recipient.ts'
import { writeSopsSecret } from './write-sops-secret.ts'

const name = { namespace: 'fogflow', name: 'rabbitmq' }
const credential = { username: 'fogflow', password: 'correct-horse-battery-staple' }
const now = new Date('2026-01-02T03:04:05.678Z')

test('the holder of the private key reads both values, and the authentication code covers the whole file', async () => {
  const identity = await generateX25519Identity()
  const text = await writeSopsSecret(name, credential, await identityToRecipient(identity), now)
  const { sops, ...secret } = parse(text)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const key = await decrypter.decrypt(armor.decode(sops.age[0].enc))
  expect(decrypt(secret.stringData.username, key, 'stringData:username:')).toBe(credential.username)
  expect(decrypt(secret.stringData.password, key, 'stringData:password:')).toBe(credential.password)
  const leaves = `v1Secretrabbitmqfogflowfogflow${secret.type}${credential.username}${credential.password}`
  const digest = createHash('sha512').update(leaves).digest('hex').toUpperCase()
  expect(decrypt(sops.mac, key, '2026-01-02T03:04:05Z')).toBe(digest)
  expect(secret).toMatchObject({ apiVersion: 'v1', kind: 'Secret', metadata: name })
})

test('neither value stands in the file, and the same password never gives the same file', async () => {
  const recipient = await identityToRecipient(await generateX25519Identity())
  const texts = await Promise.all([1, 2].map(() => writeSopsSecret(name, credential, recipient, now)))
  expect(texts[0]).not.toBe(texts[1])
  for (const text of texts) {
    expect(text).not.toContain(credential.password)
    expect(text).not.toContain(Buffer.from(credential.password).toString('base64'))
  }
})

test('a value decrypts with its key and place alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, key) => {
      const ciphertext = encryptValue(text, key, 'data:a:')
      expect(decrypt(ciphertext, key, 'data:a:')).toBe(text)
      expect(() => decrypt(ciphertext, key, 'data:b:')).toThrow()
    }),
  )
})

test('exactly the texts below a secret key are encrypted', () => {
  const leaf = fc.string({ minLength: 1, unit: 'grapheme-ascii' })
  const branch = fc.dictionary(fc.constantFrom('data', 'a', 'b', 'metadata'), leaf)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('data', 'spec', 'x'), fc.oneof(leaf, branch)), tree => {
      const encrypted = encryptTree(tree, Buffer.alloc(32), /^data$/)
      for (const [path, text] of walk(encrypted.tree))
        expect(/^ENC\[AES256_GCM,data:.*,type:str\]$/.test(text)).toBe(path.includes('data'))
      expect(encrypted.leaves).toEqual(walk(tree).map(([, text]) => text))
    }),
  )
})

test('a recipient is told from what is none, and a private key is never repeated', async () => {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  expect(whyNotRecipient(recipient)).toBeUndefined()
  expect(whyNotRecipient(identity)).not.toContain(identity.slice(15, 40))
  const changed = recipient.replace(/.$/, last => (last === 'q' ? 'p' : 'q'))
  for (const text of ['', 'age1', changed, recipient.slice(1), `${recipient}x`, ` ${recipient}`])
    expect(whyNotRecipient(text)).toBeDefined()
})

type Tree = { readonly [key: string]: string | Tree }

function walk(tree: Tree, path: readonly string[] = []): [readonly string[], string][] {
  return Object.entries(tree).flatMap(([key, value]): [readonly string[], string][] =>
    typeof value === 'string' ? [[[...path, key], value]] : walk(value, [...path, key]),
  )
}

/** The other half of the format, written for this test from what `sops` does with a file. */
function decrypt(text: string, key: Uint8Array, place: string): string {
  const [data, iv, tag] = (/^ENC\[AES256_GCM,data:(.*),iv:(.*),tag:(.*),type:str\]$/.exec(text) ?? [])
    .slice(1)
    .map(part => Buffer.from(part, 'base64'))
  if (!data || !iv || !tag) throw new Error('not a value of SOPS')
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place)).setAuthTag(tag)
  return Buffer.concat([decipher.update(data), decipher.final()]).toString()
}
