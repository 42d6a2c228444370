import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { armor, Decrypter } from 'age-encryption'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'
import { clusterYaml, makeFleet, readSecret, runSecret, secretFile } from './fleet.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

async function fleet() {
  const made = await makeFleet()
  roots.push(made.root)
  return made
}

const clusters = ['tokyo', 'kanto/shibuya', 'kanto/ueno']
const given = 'correct-horse-battery-staple'

/** Every file of a tree, path and text. */
function texts(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .flatMap(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')])
}

describe('a cloud', () => {
  test('gets a password together with all its edges, and nobody sees it', async () => {
    const { root } = await fleet()
    const { exitCode, output } = await runSecret(root, { stdin: true }, `${given}\n`)
    expect(exitCode).toBe(0)
    for (const cluster of clusters) expect(output).toContain(`clusters/${cluster}/platform/secret.yaml`)
    for (const text of [output, ...texts(root)]) {
      expect(text).not.toContain(given)
      expect(text).not.toContain(Buffer.from(given).toString('base64'))
    }
  })

  test('has each file encrypted for the key of its cluster alone', async () => {
    const { root, identities } = await fleet()
    await runSecret(root, {})
    const open = (cluster: string, identity: string) => {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      return decrypter.decrypt(armor.decode(parse(readSecret(root, cluster)).sops.age[0].enc))
    }
    await expect(open('tokyo', identities.tokyo)).resolves.toHaveLength(32)
    await expect(open('kanto/shibuya', identities.shibuya)).resolves.toHaveLength(32)
    await expect(open('kanto/shibuya', identities.tokyo)).rejects.toThrow()
    expect(parse(readSecret(root, 'kanto/ueno')).kind).toBe('SealedSecret')
  })

  test('keeps its password until told to rotate, and nothing is written then', async () => {
    const { root } = await fleet()
    await runSecret(root, {})
    rmSync(secretFile(root, 'kanto/ueno'))
    const before = texts(root)
    const { exitCode, output } = await runSecret(root, {})
    expect([exitCode, texts(root)]).toEqual([1, before])
    expect(output).toContain('secret-exists')
    expect((await runSecret(root, { rotate: true })).exitCode).toBe(0)
    expect(readSecret(root, 'tokyo')).not.toBe(before[before.indexOf('secret.yaml') + 1])
    expect(existsSync(secretFile(root, 'kanto/ueno'))).toBe(true)
  })

  test('does not lose a file that is something else', async () => {
    const { root } = await fleet()
    mkdirSync(join(root, 'clusters/tokyo/platform'))
    writeFileSync(secretFile(root, 'tokyo'), 'kind: Secret\nmetadata: {name: other}\n')
    const { exitCode, output } = await runSecret(root, { rotate: true })
    expect([exitCode, output.includes('secret-foreign')]).toEqual([1, true])
    expect(readSecret(root, 'tokyo')).toContain('other')
  })
})

describe('an edge alone', () => {
  test('gets the password that is piped in', async () => {
    const { root } = await fleet()
    expect((await runSecret(root, { cluster: 'ueno' }, `${given}\r\n`)).exitCode).toBe(0)
    expect(clusters.map(cluster => existsSync(secretFile(root, cluster)))).toEqual([false, false, true])
  })

  test.each([
    ['nothing', undefined],
    ['an empty text', '\n'],
    ['a character that a URL does not carry', 'a@b'],
    ['two lines', 'a\nb\n'],
  ])('is refused %s, and nothing is written', async (_, input) => {
    const { root } = await fleet()
    await expect(runSecret(root, { cluster: 'ueno' }, input)).rejects.toThrow(CannotFinish)
    expect(existsSync(secretFile(root, 'kanto/ueno'))).toBe(false)
  })
})

describe('nobody gets a password where one cluster', () => {
  test.each([
    ['has no key', 'secrets: { provider: sops }', 'secret-provider@5:22'],
    ['has no certificate', 'secrets: { provider: sealed-secrets, certificate: none.pem }', 'sealing-certificate@5:51'],
    [
      'has a key with a wrong checksum',
      `secrets: { provider: sops, ageRecipient: age1${'q'.repeat(58)} }`,
      'age-recipient@5:42',
    ],
    ['takes the password from elsewhere', 'secrets: { provider: existing }', 'password-must-be-given@5:22'],
    [
      'has a private key in Git',
      `secrets: { provider: sops, ageRecipient: AGE-SECRET-KEY-1${'Q'.repeat(58)} }`,
      undefined,
    ],
  ])('%s', async (_, secrets, place) => {
    const { root } = await fleet()
    const file = 'clusters/kanto/shibuya/cluster.yaml'
    writeFileSync(join(root, file), `\n\n${clusterYaml(2, secrets)}`)
    const { exitCode, output } = await runSecret(root, {})
    expect(exitCode).toBe(1)
    if (place !== undefined) {
      const [code, at] = place.split('@')
      expect(output).toMatch(new RegExp(`${file}:${at}  error  ${code}`))
    }
    expect(output).not.toMatch(/QQQQ/)
    expect(clusters.some(cluster => existsSync(secretFile(root, cluster)))).toBe(false)
  })
})

describe('passwords that are kept outside Git', () => {
  const outside = (provider: string) =>
    writeTree({
      'clusters/tokyo/cluster.yaml': `role: cloud\ntopology: single-node\nengine: flux\nrepository: { url: "https://git.example.org/f.git" }\n${clusterYaml(1, provider)}`,
    })

  test('are the business of a person, who is told what to do', async () => {
    const root = outside('namespace: iot')
    roots.push(root)
    const { exitCode, output } = await runSecret(root, {})
    expect([exitCode, existsSync(secretFile(root, 'tokyo'))]).toEqual([0, false])
    expect(output).toContain('kubectl --namespace iot create secret generic rabbitmq')
  })

  test('are asked for by an ExternalSecret', async () => {
    const root = outside('secrets: { provider: external-secrets, store: { name: vault, key: iot/rabbitmq } }')
    roots.push(root)
    expect((await runSecret(root, {})).exitCode).toBe(0)
    expect(parse(readSecret(root, 'tokyo'))).toMatchObject({
      kind: 'ExternalSecret',
      metadata: { name: 'rabbitmq', namespace: 'fogflow' },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        data: [{}, { remoteRef: { key: 'iot/rabbitmq' } }],
      },
    })
  })
})

test('an unknown cluster is an error with a suggestion', async () => {
  const { root } = await fleet()
  await expect(runSecret(root, { cluster: 'shibuja' })).rejects.toThrow(/shibuya/)
})

test('a name where a folder should be is an error, and no file is left behind', async () => {
  const { root } = await fleet()
  writeFileSync(join(root, 'clusters/kanto/ueno/platform'), '')
  await expect(runSecret(root, {})).rejects.toThrow(CannotFinish)
  expect(texts(root).filter(name => /secret/.test(name) && name.length < 50)).toEqual([])
})
