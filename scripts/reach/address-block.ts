import { isIPv4, isIPv6 } from 'node:net'

/** A CIDR as numbers, so that one look tells whether it holds another. */
export interface AddressBlock {
  readonly text: string
  readonly family: 4 | 6
  readonly start: bigint
  /** How many addresses it has. */
  readonly size: bigint
}

/** `10.0.0.0/8`, or a single address; undefined for what is neither (a host name, say). */
export function parseBlock(text: string): AddressBlock | undefined {
  const [address = '', length] = text.split('/')
  const family = isIPv4(address) ? 4 : isIPv6(address) && !address.includes('%') ? 6 : undefined
  if (family === undefined) return undefined
  const bits = family === 4 ? 32 : 128
  const prefix = length === undefined ? bits : Number(length)
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > bits) return undefined
  const size = 1n << BigInt(bits - prefix)
  const number = family === 4 ? numberOfIPv4(address) : numberOfIPv6(address)
  return { text, family, start: (number / size) * size, size }
}

export function contains(outer: AddressBlock, inner: AddressBlock): boolean {
  return (
    outer.family === inner.family && outer.start <= inner.start && inner.start + inner.size <= outer.start + outer.size
  )
}

/**
 * The parts of the address space that blocks can tell apart. Two CIDRs are nested or apart, so that each part is a block
 * without the smaller ones inside it; one that these cover wholly is no part.
 */
export function partition(blocks: readonly AddressBlock[]): readonly AddressBlock[] {
  const keyOf = ({ family, start, size }: AddressBlock) => `${family} ${start} ${size}`
  const distinct = [...new Map(blocks.map(block => [keyOf(block), block])).values()]
  return distinct.filter(block => {
    const inside = distinct.filter(other => other !== block && contains(block, other))
    const outermost = inside.filter(one => !inside.some(other => other !== one && contains(other, one)))
    return outermost.reduce((sum, { size }) => sum + size, 0n) < block.size
  })
}

function numberOfIPv4(address: string): bigint {
  return address.split('.').reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

function numberOfIPv6(address: string): bigint {
  const mapped = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)
  const last = mapped ? numberOfIPv4(mapped[2] ?? '') : 0n
  const text = mapped ? `${mapped[1]}${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}` : address
  const [head = '', tail] = text.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const after = groups(tail ?? '')
  const zeros = Array.from({ length: 8 - groups(head).length - after.length }, () => '0')
  return [...groups(head), ...(tail === undefined ? [] : zeros), ...after].reduce(
    (sum, group) => sum * 65536n + BigInt(`0x${group}`),
    0n,
  )
}
