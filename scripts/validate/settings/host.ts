import { isIP, isIPv4, isIPv6 } from 'node:net'

/** Why a text is no address that other machines can reach; undefined where it is one. */
export function describeBadHost(text: string): string | undefined {
  if (isIP(text) !== 0) return describeBadIp(text)
  if (hasPort(text)) return 'an address with a port: FogFlow has fixed ports, write the address alone'
  if (text.includes(':'))
    return /^[0-9a-fA-F:.]+$/.test(text) ? 'not an IPv6 address' : 'more than a host: no port and no URL belongs here'
  const labels = text.split('.')
  // So URLs are read: what ends in a number is an IPv4 address, whatever stands before it (WHATWG URL, "ends in a number").
  if (/^(\d+|0x[0-9a-f]*)$/i.test(labels.at(-1) ?? ''))
    return 'not an IPv4 address, which has four numbers from 0 to 255'
  const isName = text.length <= 253 && labels.every(part => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/i.test(part))
  if (!isName) return 'not a host name, which has letters, digits and - between its dots'
  return /^localhost$/i.test(text) ? 'the machine itself to whoever uses it' : undefined
}

function hasPort(text: string): boolean {
  const [, host = '', inBrackets = host] = /^([^:[\]/]+|\[([0-9a-fA-F:.]+)\]):\d+$/.exec(text) ?? []
  return isIPv4(host) || isIPv6(inBrackets) || /^[a-z][-a-z0-9.]*$/i.test(host)
}

/** Of the special blocks of RFC 6890, those that lead to no other site whatever the network. */
function describeBadIp(text: string): string | undefined {
  if (/^127\.|^::1$/.test(text)) return 'the machine itself to whoever uses it'
  if (text.includes('%') || /^169\.254\.|^fe[89ab]/i.test(text))
    return 'an address of one link, which ends at the next router'
  if (/^(22[4-9]|23\d)\.|^ff/i.test(text)) return 'a multicast address, which belongs to no single machine'
  return /^0\.|^::$|^(24\d|25[0-5])\./.test(text) ? 'no address of any machine' : undefined
}
