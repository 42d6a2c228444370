import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A certificate as the controller of Sealed Secrets makes it for itself, and its private key, both in PEM. */
export interface MadeCertificate {
  readonly certificate: string
  readonly privateKey: string
}

export function makeCertificate(options: { key?: 'rsa' | 'weak' | 'ec'; until?: Date } = {}): MadeCertificate {
  const { key = 'rsa', until = new Date('2049-01-01') } = options
  const pair =
    key === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: key === 'weak' ? 1024 : 2048 })
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { certificate: selfSign(pair, key === 'ec' ? ecdsaWithSha256 : rsaWithSha256, until), privateKey }
}

const rsaWithSha256 = '2a864886f70d01010b'
const ecdsaWithSha256 = '2a8648ce3d040302'

/** X.509 by hand (RFC 5280, section 4.1): Node reads certificates but makes none. */
function selfSign(pair: { publicKey: KeyObject; privateKey: KeyObject }, algorithm: string, until: Date): string {
  const signature = der(0x30, der(0x06, Buffer.from(algorithm, 'hex')))
  const validity = der(0x30, time(new Date('2020-01-01')), time(until))
  const body = der(
    0x30,
    der(0x02, Buffer.from([1])),
    signature,
    noName,
    validity,
    noName,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
  )
  const bits = der(0x03, Buffer.from([0]), sign('sha256', body, pair.privateKey))
  const lines = der(0x30, body, signature, bits).toString('base64').replace(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

/** A value of the Distinguished Encoding Rules: tag, length (in as many bytes as it takes), content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const noName = der(0x30)

/** UTCTime, good until 2049. */
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
