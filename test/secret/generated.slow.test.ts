import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { generate } from '../../scripts/commands/generate.ts'
import { secret } from '../../scripts/commands/secret.ts'
import { validate } from '../../scripts/commands/validate.ts'
import { makeCertificate } from '../../scripts/secret/testing/make-certificate.ts'
import { capture, repository } from '../../scripts/testing/capture.ts'

const deployments = ['tokyo', 'shibuya', 'ueno'].map(name => `kanto/${name}`)

test('what was encrypted is generated into every cluster, validates, and a new password restarts the pods', async () => {
  const root = mkdtempSync(join(tmpdir(), 'fogflow-secret-'))
  for (const folder of ['base', 'overlays', 'schemas', 'clusters'])
    cpSync(join(repository, folder), join(root, folder), { recursive: true })
  const recipient = await identityToRecipient(await generateX25519Identity())
  writeFileSync(join(root, 'clusters/kanto/ueno/sealing.pem'), makeCertificate().certificate)
  const sops = `secrets: { provider: sops, ageRecipient: ${recipient} }\n`
  const providers = [sops, sops, 'secrets: { provider: sealed-secrets, certificate: sealing.pem }\n']
  for (const [index, name] of deployments.entries()) {
    const file = join(root, 'clusters', name, 'cluster.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8').replace(/^secrets:.*\n(?: .*\n)*/m, '')}${providers[index]}`)
  }
  const texts = []
  for (const rotate of [false, true]) {
    const { environment, output, errors } = capture(root, root)
    expect(
      await secret({ cluster: 'kanto/tokyo', username: 'fogflow', rotate, stdin: false }, environment),
      errors(),
    ).toBe(0)
    expect(generate({ check: false }, environment), errors()).toBe(0)
    const paths = ['base', 'overlays', 'clusters']
    expect(validate(paths, { format: 'text', release: '3.2.8', all: true }, environment), output()).toBe(0)
    texts.push(
      deployments.map(name => readFileSync(join(root, 'clusters', name, 'fogflow/kustomization.yaml'), 'utf8')),
    )
  }
  for (const index of deployments.keys()) expect(texts[0]?.[index]).not.toBe(texts[1]?.[index])
  rmSync(root, { recursive: true })
})
