import { createHash, randomBytes } from 'node:crypto'
import type { Credential } from '../credential.ts'
import type { SecretName } from '../secret-name.ts'
import { writeYaml } from '../write-yaml.ts'
import { encryptTree, type TextTree } from './encrypt-tree.ts'
import { encryptValue } from './encrypt-value.ts'
import { wrapDataKey } from './wrap-data-key.ts'

/** The version of SOPS whose format this is; older ones read it too. */
const version = '3.13.3'

/** As a SOPS file names what is encrypted in it. */
const encryptedRegex = '^(data|stringData)$'

/** The Secret as `sops --encrypt --age RECIPIENT` writes it, so that `sops --decrypt` and Flux read it. */
export async function writeSopsSecret(
  { name, namespace }: SecretName,
  { username, password }: Credential,
  recipient: string,
  now: Date,
): Promise<string> {
  const secret: TextTree = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'fogflow' } },
    type: 'Opaque',
    stringData: { username, password },
  }
  const key = randomBytes(32)
  const { tree, leaves } = encryptTree(secret, key, new RegExp(encryptedRegex))
  const lastmodified = `${now.toISOString().slice(0, 19)}Z`
  const sops = {
    age: [{ recipient, enc: await wrapDataKey(key, recipient) }],
    lastmodified,
    mac: encryptValue(digest(leaves), key, lastmodified),
    encrypted_regex: encryptedRegex,
    version,
  }
  return writeYaml(header, { ...tree, sops })
}

const header =
  'Written by `npm run secret` in the SOPS format; `sops --decrypt` reads it with the private key of the recipient.'

const digest = (leaves: readonly string[]) => createHash('sha512').update(leaves.join('')).digest('hex').toUpperCase()
