import { findInText, type TextMatch } from './text.ts'

/** A host and maybe a port, as they stand in a text: placeholders not filled. */
export interface Address {
  readonly host: string
  readonly port: number | undefined
  readonly scheme?: string
  /** Whether the text says that this is an address, by a scheme or by the cluster's domain. */
  readonly isCertain: boolean
  readonly inText: TextMatch['inText']
}

const host = String.raw`(?<at>(?:[A-Za-z0-9_.-]|\$\{[A-Z0-9_]+\}|\$\([A-Za-z0-9_]+\))+)`
const url = new RegExp(String.raw`\b(?<scheme>[a-z][a-z0-9+.]*)://(?:[^@/\s'"]*@)?${host}(?::(?<port>\d+))?`, 'dg')
const hostAndPort = new RegExp(String.raw`(?<![\w./:@$(){}-])${host}:(?<port>\d{2,5})(?![\w.:])`, 'dg')
const hostSpacePort = new RegExp(String.raw`\b(?:nc|telnet)\s(?:-\w+(?:\s\d+)?\s+)*${host}\s+(?<port>\d{2,5})\b`, 'dg')
const fullName = new RegExp(String.raw`(?<![\w./:@-])${host}\.svc(?:\.cluster\.local)?(?![\w.:-])`, 'dg')

/** The ports that a URL without one means. */
const defaultPorts: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
  amqp: 5672,
  amqps: 5671,
}

/** The schemes that programs of a FogFlow deployment know. */
export const schemes: readonly string[] = [
  ...Object.keys(defaultPorts),
  'file',
  'ftp',
  'grpc',
  'grpcs',
  'tcp',
  'telnet',
  'tls',
  'udp',
  'unix',
]

/** Every address in a text: URLs, `host:port`, `nc host port`, and full names of the cluster. */
export function* findAddresses(text: string): Iterable<Address> {
  for (const { match, inText } of findInText(text, url)) {
    const { at = '', port, scheme = '' } = match.groups ?? {}
    yield { host: at, port: port === undefined ? defaultPorts[scheme] : Number(port), scheme, isCertain: true, inText }
  }
  for (const pattern of [hostAndPort, hostSpacePort])
    for (const { match, inText } of findInText(text, pattern))
      yield { host: match.groups?.at ?? '', port: Number(match.groups?.port), isCertain: false, inText }
  for (const { match, inText } of findInText(text, fullName))
    yield { host: match[0], port: undefined, isCertain: true, inText }
}
