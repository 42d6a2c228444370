import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from './certificates.ts'

/** Writes the kubeconfig of a client beside its certificate, keys included, and returns its path. */
export function writeKubeconfig(pki: string, client: Client, server: string): string {
  const encode = (file: string) => readFileSync(join(pki, file)).toString('base64')
  const name = 'fogflow-gitops-test'
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server, 'certificate-authority-data': encode('ca.crt') } }],
    users: [
      {
        name: client,
        user: {
          'client-certificate-data': encode(`${client}.crt`),
          'client-key-data': encode(`${client}.key`),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: client } }],
    'current-context': name,
  }
  const path = join(pki, `${client}.kubeconfig`)
  writeFileSync(path, JSON.stringify(config, null, 2), { mode: 0o600 })
  return path
}
