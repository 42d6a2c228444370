import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { SecretArguments } from '../../scripts/commands/secret.ts'
import { secret } from '../../scripts/commands/secret.ts'
import type { Environment } from '../../scripts/model/environment.ts'
import { makeCertificate } from '../../scripts/secret/testing/make-certificate.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

const defaults = 'role: edge\nengine: flux\ncloud: tokyo\nrepository: { url: "https://git.example.org/f.git" }\n'

/** The text of a cluster.yaml: what differs, and for the rest anything that is right. */
export function clusterYaml(id: number, more: string): string {
  return `site: { id: "${id}", location: { latitude: 35, longitude: 139 } }\naddress: 192.0.2.${id}\n${more}\n`
}

/** Made once: an RSA key takes a while. */
const { certificate, privateKey } = makeCertificate()

/** A cloud and two edges, each with a key of its own: two of SOPS, one of Sealed Secrets. */
export async function makeFleet() {
  const [tokyo, shibuya] = [await generateX25519Identity(), await generateX25519Identity()]
  const sops = async (identity: string) =>
    `secrets: { provider: sops, ageRecipient: ${await identityToRecipient(identity)} }`
  const root = writeTree({
    'clusters/defaults.yaml': defaults,
    'clusters/tokyo/cluster.yaml': clusterYaml(1, `role: cloud\ntopology: single-node\n${await sops(tokyo)}`),
    'clusters/kanto/shibuya/cluster.yaml': clusterYaml(2, await sops(shibuya)),
    'clusters/kanto/ueno/cluster.yaml': clusterYaml(3, 'secrets: { provider: sealed-secrets, certificate: ueno.pem }'),
    'clusters/kanto/ueno/ueno.pem': certificate,
  })
  return { root, identities: { tokyo, shibuya }, privateKey }
}

export const secretFile = (root: string, cluster: string): string =>
  join(root, 'clusters', cluster, 'platform/secret.yaml')

export const readSecret = (root: string, cluster: string): string => readFileSync(secretFile(root, cluster), 'utf8')

/** Runs the command; `input` is what is piped in, if anything. */
export async function runSecret(root: string, options: Partial<SecretArguments>, input?: string) {
  const written: string[] = []
  const environment: Environment = {
    root,
    cwd: root,
    isWatched: false,
    hasColor: false,
    write: text => void written.push(text),
    writeError: text => void written.push(text),
    readInput: async () => input,
    elapsed: () => 0,
    now: () => new Date(),
  }
  const all = { cluster: 'tokyo', username: 'fogflow', rotate: false, stdin: false, ...options }
  const exitCode = await secret(all, environment)
  return { exitCode, output: written.join('') }
}
