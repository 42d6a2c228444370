import { type KeyObject, X509Certificate } from 'node:crypto'

/** The public key of a controller's certificate, or why it cannot be used. Never quotes the text. */
export type Certificate = { readonly publicKey: KeyObject } | { readonly problem: string }

/** Takes what `kubeseal --fetch-cert` prints, and as kubeseal does refuses a certificate whose time is over. */
export function readCertificate(pem: string, now: Date): Certificate {
  if (pem.includes('PRIVATE KEY-----'))
    return {
      problem: 'it holds a private key: take it out of the repository, make a new one and keep only the certificate',
    }
  const certificate = parse(pem)
  if (certificate === undefined) return { problem: 'it is not a certificate in PEM form' }
  const { publicKey, validTo } = certificate
  if (publicKey.asymmetricKeyType !== 'rsa') return { problem: `its key is ${publicKey.asymmetricKeyType}, not RSA` }
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < 2048) return { problem: `its RSA key has ${bits} bits, fewer than 2048` }
  if (now > new Date(validTo)) return { problem: `it was valid until ${validTo}` }
  return { publicKey }
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}
