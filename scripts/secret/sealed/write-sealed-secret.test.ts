import { constants, createDecipheriv, privateDecrypt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeCertificate } from '../testing/make-certificate.ts'
import { readCertificate } from './read-certificate.ts'
import { sealValue } from './seal-value.ts'
import { writeSealedSecret } from './write-sealed-secret.ts'

const { certificate, privateKey } = makeCertificate()
const now = new Date('2026-01-01')

test('the holder of the private key unseals both values under their namespace and name', () => {
  const secret = { namespace: 'fogflow', name: 'rabbitmq' }
  const text = writeSealedSecret(secret, { username: 'fogflow', password: 'pass' }, publicKeyOf(certificate))
  const { spec } = parse(text)
  expect(unseal(spec.encryptedData.username, 'fogflow/rabbitmq')).toBe('fogflow')
  expect(unseal(spec.encryptedData.password, 'fogflow/rabbitmq')).toBe('pass')
  expect(spec.template).toMatchObject({ metadata: secret, type: 'Opaque' })
})

test('a sealed value opens under its own label alone', () => {
  const publicKey = publicKeyOf(certificate)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, label) => {
      const sealed = sealValue(text, publicKey, label)
      expect(unseal(sealed, label)).toBe(text)
      expect(() => unseal(sealed, `${label}x`)).toThrow()
    }),
    { numRuns: 20 },
  )
})

test.each([
  ['an expired certificate', makeCertificate({ until: new Date('2021-01-01') }).certificate],
  ['a weak key', makeCertificate({ key: 'weak' }).certificate],
  ['a key that is not RSA', makeCertificate({ key: 'ec' }).certificate],
  ['a private key', privateKey],
  ['a certificate beside its private key', certificate + privateKey],
  ['no certificate', 'hello'],
  ['nothing', ''],
])('%s is refused, and the text is not repeated', (_, pem) => {
  const read = readCertificate(pem, now)
  if (!('problem' in read)) throw new Error('it was taken')
  expect(read.problem).not.toContain(privateKey.slice(40, 60))
})

function publicKeyOf(pem: string) {
  const read = readCertificate(pem, now)
  if ('problem' in read) throw new Error(read.problem)
  return read.publicKey
}

/** The other half of the format, written for this test. */
function unseal(sealed: string, label: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const end = 2 + bytes.readUInt16BE()
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  const oaepLabel = Buffer.from(label)
  const key = privateDecrypt({ key: privateKey, padding, oaepHash: 'sha256', oaepLabel }, bytes.subarray(2, end))
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.alloc(12)).setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(end, -16)), decipher.final()]).toString()
}
