import { dirname, resolve } from 'node:path'
import { positionOf } from 'kustomize-ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Key } from './key.ts'
import { readCertificate } from './sealed/read-certificate.ts'
import { whyNotRecipient } from './sops/why-not-recipient.ts'

/** The text of a file, or why there is none. */
export type ReadFile = (path: string) => { readonly text: string } | { readonly diagnostic: Diagnostic }

export type FoundKey = { readonly key: Key } | { readonly diagnostic: Diagnostic }

/** The key for which a cluster's credential is encrypted, or what is wrong with it at the line that names it. */
export function findKey(cluster: Cluster, readFile: ReadFile, now: Date): FoundKey {
  const { provider, ageRecipient, certificate, store } = cluster.settings.secrets
  switch (provider) {
    case 'existing':
      return { key: { provider } }
    case 'sops':
      return ageRecipient === undefined ? missing(cluster, 'ageRecipient') : findRecipient(cluster, ageRecipient)
    case 'sealed-secrets':
      return certificate === undefined
        ? missing(cluster, 'certificate')
        : findCertificate(cluster, certificate, readFile, now)
    case 'external-secrets':
      return store === undefined ? missing(cluster, 'store') : { key: { provider, store } }
  }
}

function findRecipient(cluster: Cluster, recipient: string): FoundKey {
  const problem = whyNotRecipient(recipient)
  if (problem === undefined) return { key: { provider: 'sops', recipient } }
  const fix = 'write the public key of the cluster, which `age-keygen -y` prints'
  return refuse(cluster, 'ageRecipient', { code: 'age-recipient', message: `secrets.ageRecipient: ${problem}`, fix })
}

/** The path starts from the folder of the file that says it, be that cluster.yaml or a defaults.yaml above. */
function findCertificate(cluster: Cluster, path: string, readFile: ReadFile, now: Date): FoundKey {
  const { file } = positionOf(cluster.root, ['secrets', 'certificate'])
  const read = readFile(resolve(dirname(file), path))
  const certificate = 'text' in read ? readCertificate(read.text, now) : { problem: read.diagnostic.message }
  if ('publicKey' in certificate) return { key: { provider: 'sealed-secrets', publicKey: certificate.publicKey } }
  return refuse(cluster, 'certificate', {
    code: 'sealing-certificate',
    message: `secrets.certificate: the file ${JSON.stringify(path)} cannot be used: ${certificate.problem}`,
    fix: 'save what `kubeseal --fetch-cert` prints for this cluster as a .pem file',
  })
}

function missing(cluster: Cluster, key: string): FoundKey {
  const { provider } = cluster.settings.secrets
  const message = `the provider "${provider}" needs secrets.${key}`
  return refuse(cluster, 'provider', { code: 'secret-provider', message, fix: `write secrets: { ${key}: … }` })
}

function refuse(cluster: Cluster, key: string, said: Pick<Diagnostic, 'code' | 'message' | 'fix'>): FoundKey {
  const path = ['secrets', key]
  const { file, line, column } = positionOf(cluster.root, path)
  return {
    diagnostic: { severity: 'error', ...said, source: { file, line, column }, path, clusters: [cluster.name] },
  }
}
