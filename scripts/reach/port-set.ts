/** The protocols that a NetworkPolicy knows. */
export const protocols: readonly string[] = ['TCP', 'UDP', 'SCTP']

/** Ports of one protocol, both ends included. */
export interface PortRange {
  readonly protocol: string
  readonly first: number
  readonly last: number
}

/** Disjoint ranges that do not touch, in order of protocol and number. */
export type PortSet = readonly PortRange[]

export const noPorts: PortSet = []
export const allPorts: PortSet = protocols.map(protocol => allOf(protocol))

export function allOf(protocol: string): PortRange {
  return { protocol, first: 1, last: 65535 }
}

export function unitePorts(sets: readonly PortSet[]): PortSet {
  const [only, ...others] = sets.filter(set => set.length > 0)
  if (others.length === 0) return only ?? noPorts
  const result: PortRange[] = []
  for (const range of sets.flat().sort(compareRanges)) {
    const before = result.at(-1)
    if (before?.protocol !== range.protocol || before.last + 1 < range.first) result.push(range)
    else result[result.length - 1] = { ...before, last: Math.max(before.last, range.last) }
  }
  return result
}

export function intersectPorts(left: PortSet, right: PortSet): PortSet {
  if (left === allPorts) return right
  if (right === allPorts) return left
  return left.flatMap(one =>
    right.flatMap(other => {
      const first = Math.max(one.first, other.first)
      const last = Math.min(one.last, other.last)
      return one.protocol === other.protocol && first <= last ? [{ protocol: one.protocol, first, last }] : []
    }),
  )
}

export function subtractPorts(left: PortSet, right: PortSet): PortSet {
  return right.reduce<PortSet>(
    (rest, { protocol, first, last }) =>
      rest.flatMap(one => {
        if (one.protocol !== protocol || one.last < first || last < one.first) return [one]
        const ends = [
          { ...one, last: first - 1 },
          { ...one, first: last + 1 },
        ]
        return ends.filter(end => end.first <= end.last)
      }),
    left,
  )
}

export function hasPort(set: PortSet, port: number, protocol = 'TCP'): boolean {
  return set.some(range => range.protocol === protocol && range.first <= port && port <= range.last)
}

/** `8070`, `53/UDP`, `32768–60999`, `all TCP`, `all`; a dash for none. TCP goes without saying. */
export function formatPorts(set: PortSet): string {
  if (set.length === 0) return '–'
  const whole = set.filter(({ first, last }) => first === 1 && last === 65535)
  return whole.length === protocols.length ? 'all' : set.map(formatRange).join(', ')
}

function formatRange({ protocol, first, last }: PortRange): string {
  if (first === 1 && last === 65535) return `all ${protocol}`
  const numbers = first === last ? `${first}` : `${first}–${last}`
  return protocol === 'TCP' ? numbers : `${numbers}/${protocol}`
}

/** What {@link formatPorts} writes; undefined for any other text. */
export function parsePorts(text: string): PortSet | undefined {
  if (text === 'all') return allPorts
  if (text === '–') return noPorts
  const ranges = text.split(', ').map(parseRange)
  return ranges.every(range => range !== undefined) ? unitePorts(ranges.map(range => [range])) : undefined
}

function parseRange(text: string): PortRange | undefined {
  const [, whole] = /^all (\w+)$/.exec(text) ?? []
  const [, first, last = first, protocol = whole ?? 'TCP'] = /^(\d+)(?:–(\d+))?(?:\/(\w+))?$/.exec(text) ?? []
  if (!protocols.includes(protocol)) return undefined
  if (whole !== undefined) return allOf(whole)
  return first === undefined ? undefined : { protocol, first: Number(first), last: Number(last) }
}

function compareRanges(left: PortRange, right: PortRange): number {
  const order = (protocol: string) => protocols.indexOf(protocol)
  return order(left.protocol) - order(right.protocol) || left.first - right.first
}
