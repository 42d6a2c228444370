import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, expect, test } from 'vitest'
import { makePassword } from '../../scripts/secret/credential.ts'
import { readCertificate } from '../../scripts/secret/sealed/read-certificate.ts'
import { writeSealedSecret } from '../../scripts/secret/sealed/write-sealed-secret.ts'
import { writeSopsSecret } from '../../scripts/secret/sops/write-sops-secret.ts'
import { makeCertificate } from '../../scripts/secret/testing/make-certificate.ts'
import { toolPath } from '../tools/tool-path.ts'
import { makeFleet, readSecret, runSecret, secretFile } from './fleet.ts'

const folder = mkdtempSync(join(tmpdir(), 'fogflow-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [sops, kubeseal] = [toolPath('sops'), toolPath('kubeseal')]
const name = { namespace: 'fogflow', name: 'rabbitmq' }
const credential = { username: 'fogflow', password: makePassword() }

test.skipIf(!sops)('sops decrypts what was written to the same values, and refuses a changed file', async () => {
  const identity = await generateX25519Identity()
  const file = join(folder, 'sops.yaml')
  const text = await writeSopsSecret(name, credential, await identityToRecipient(identity), new Date())
  writeFileSync(file, text)
  expect(decrypt(file, identity)).toMatchObject({ kind: 'Secret', metadata: name, stringData: credential })
  writeFileSync(file, text.replace('name: rabbitmq', 'name: other'))
  expect(() => decrypt(file, identity)).toThrow(/MAC mismatch/)
  writeFileSync(file, text)
  expect(() => decrypt(file, 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX')).toThrow()
})

test.skipIf(!kubeseal)('kubeseal unseals what was written to the same values, under its own name alone', () => {
  const { certificate, privateKey } = makeCertificate()
  const key = join(folder, 'tls.key')
  writeFileSync(key, privateKey)
  const read = readCertificate(certificate, new Date())
  if ('problem' in read) throw new Error(read.problem)
  const text = writeSealedSecret(name, credential, read.publicKey)
  const { data, metadata } = unseal(text, key)
  expect(metadata).toMatchObject(name)
  const decoded = Object.entries(data).map(([field, value]) => [field, Buffer.from(value, 'base64').toString()])
  expect(Object.fromEntries(decoded)).toEqual(credential)
  expect(() => unseal(text.replaceAll('namespace: fogflow', 'namespace: other'), key)).toThrow()
})

test.skipIf(!sops || !kubeseal)('a cloud and two edges get one password, each by its own key', async () => {
  const { root, identities, privateKey } = await makeFleet()
  const key = join(folder, 'ueno.key')
  writeFileSync(key, privateKey)
  const read = () => [
    Object(decrypt(secretFile(root, 'tokyo'), identities.tokyo)).stringData.password,
    Object(decrypt(secretFile(root, 'kanto/shibuya'), identities.shibuya)).stringData.password,
    Buffer.from(String(unseal(readSecret(root, 'kanto/ueno'), key).data.password), 'base64').toString(),
  ]
  const { output } = await runSecret(root, {})
  const [password, ...others] = read()
  expect(password).toMatch(/^[0-9a-f]{64}$/)
  expect(others).toEqual([password, password])
  expect(() => decrypt(secretFile(root, 'kanto/shibuya'), identities.tokyo)).toThrow()
  expect(output).not.toContain(password)
  expect(() => execFileSync('grep', ['-r', String(password), root])).toThrow()
  await runSecret(root, { rotate: true })
  const [newPassword, ...newOthers] = read()
  expect(newPassword).not.toBe(password)
  expect(newOthers).toEqual([newPassword, newPassword])
  rmSync(root, { recursive: true })
})

function decrypt(file: string, identity: string): unknown {
  const env = { ...process.env, SOPS_AGE_KEY: identity, HOME: folder }
  const args = ['decrypt', '--output-type', 'json', file]
  return JSON.parse(execFileSync(String(sops), args, { env, encoding: 'utf8', stdio: 'pipe' }))
}

function unseal(text: string, key: string): { data: Record<string, string>; metadata: object } {
  const args = ['--recovery-unseal', '--recovery-private-key', key, '--format', 'json']
  return JSON.parse(execFileSync(String(kubeseal), args, { input: text, encoding: 'utf8', stdio: 'pipe' }))
}
