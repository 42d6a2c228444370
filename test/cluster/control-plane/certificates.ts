import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'

const run = promisify(execFile)

/** Who talks to the API server, as the subjects of their certificates. */
const clients = {
  admin: '/O=system:masters/CN=admin',
  'kube-controller-manager': '/CN=system:kube-controller-manager',
  'kube-scheduler': '/CN=system:kube-scheduler',
} as const

export type Client = keyof typeof clients
export const clientNames = Object.keys(clients) as Client[]

/**
 * Writes into `<state>/pki` what a control plane on the loopback interface needs: ca, apiserver and one certificate a
 * client (.crt and .key), and the key pair that signs tokens of service accounts (sa.key, sa.pub).
 */
export async function makeCertificates(state: string, serviceIp: string): Promise<string> {
  const pki = join(state, 'pki')
  mkdirSync(pki, { mode: 0o700 })
  await openssl(pki, [
    ...request('ca', '/CN=fogflow-gitops-test'),
    '-x509',
    '-days',
    '30',
    '-out',
    'ca.crt',
    ...authority,
  ])
  const names = `DNS:localhost,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:${serviceIp}`
  await Promise.all([
    sign(pki, 'apiserver', '/CN=kube-apiserver', `extendedKeyUsage=serverAuth\nsubjectAltName=${names}\n`),
    ...clientNames.map(name => sign(pki, name, clients[name], 'extendedKeyUsage=clientAuth\n')),
    openssl(pki, ['genrsa', '-out', 'sa.key', '2048']).then(() =>
      openssl(pki, ['rsa', '-in', 'sa.key', '-pubout', '-out', 'sa.pub']),
    ),
  ])
  return pki
}

const authority = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign']

const request = (name: string, subject: string) => [
  'req',
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:P-256',
  '-nodes',
  '-subj',
  subject,
  '-keyout',
  `${name}.key`,
]

async function sign(pki: string, name: string, subject: string, extensions: string): Promise<void> {
  writeFileSync(join(pki, `${name}.ext`), extensions)
  await openssl(pki, [...request(name, subject), '-out', `${name}.csr`])
  const signed = ['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.crt', '-CAkey', 'ca.key', '-days', '30']
  // A random serial number instead of -CAcreateserial: certificates are signed at the same time.
  await openssl(pki, [...signed, '-set_serial', randomSerial(), '-extfile', `${name}.ext`, '-out', `${name}.crt`])
}

const randomSerial = () => `0x${crypto.randomUUID().replaceAll('-', '')}`

async function openssl(cwd: string, args: readonly string[]): Promise<void> {
  await run('openssl', args, { cwd }).catch((error: Error & { stderr?: string }) => {
    throw new CannotFinish(`openssl ${args[0]} failed: ${error.stderr?.trim() || error.message}`)
  })
}
