import { isIP } from 'node:net'

/** Why a text is no address that other machines can reach; undefined where it is one. */
export function describeBadHost(text: string): string | undefined {
  if (isIP(text) !== 0) return describeBadIp(text)
  if (/^[\d.]+$/.test(text)) return 'not an IPv4 address, which has four numbers from 0 to 255'
  if (text.includes(':'))
    return /^[0-9a-fA-F:.]+$/.test(text) ? 'not an IPv6 address' : 'more than a host: no port and no URL belongs here'
  const isName = text.length <= 253 && text.split('.').every(part => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/i.test(part))
  if (!isName) return 'not a host name, which has letters, digits and - between its dots'
  return text === 'localhost' ? 'the machine itself to whoever uses it' : undefined
}

function describeBadIp(text: string): string | undefined {
  if (/^127\.|^::1$/.test(text)) return 'the machine itself to whoever uses it'
  return /^0\.0\.0\.0$|^::$/.test(text) ? 'no address of any machine' : undefined
}
