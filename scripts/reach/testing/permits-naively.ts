/** A NetworkPolicy as a test writes it. */
export interface PlainPolicy {
  readonly namespace: string
  readonly spec: {
    readonly podSelector: PlainSelector
    readonly policyTypes?: readonly string[]
    readonly ingress?: readonly PlainRule[]
    readonly egress?: readonly PlainRule[]
  }
}

export interface PlainSelector {
  readonly matchLabels?: Readonly<Record<string, string>>
  readonly matchExpressions?: readonly {
    readonly key: string
    readonly operator: string
    readonly values?: readonly string[]
  }[]
}

export interface PlainRule {
  readonly from?: readonly PlainPeer[]
  readonly to?: readonly PlainPeer[]
  readonly ports?: readonly { readonly protocol?: string; readonly port?: number | string; readonly endPort?: number }[]
}

export interface PlainPeer {
  readonly podSelector?: PlainSelector
  readonly namespaceSelector?: PlainSelector
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] }
}

export interface PlainPod {
  readonly namespace: string
  readonly namespaceLabels: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly ports: readonly { readonly name: string; readonly number: number; readonly protocol: string }[]
}

export type PlainEnd = PlainPod | { readonly address: string }

/**
 * The second opinion: one connection at one port, step by step as Kubernetes' page "Network Policies" tells it, with
 * nothing of the engine in it.
 */
export function permitsNaively(
  from: PlainEnd,
  to: PlainEnd,
  { port, protocol }: { readonly port: number; readonly protocol: string },
  policies: readonly PlainPolicy[],
): boolean {
  const isAsked = (rule: PlainRule, other: PlainEnd, namespace: string) =>
    isPeer(rule.from ?? rule.to ?? [], other, namespace) && isPort(rule.ports ?? [], to, { port, protocol })
  const isLet = (direction: Direction, own: PlainEnd, other: PlainEnd) => {
    if ('address' in own) return true
    const holding = policies.filter(policy => isSelected(policy, own) && isFor(policy, direction))
    const isPermitted = ({ spec, namespace }: PlainPolicy) =>
      (spec[direction] ?? []).some(rule => isAsked(rule, other, namespace))
    return holding.length === 0 || holding.some(isPermitted)
  }
  return isLet('egress', from, to) && isLet('ingress', to, from)
}

type Direction = 'ingress' | 'egress'
type PlainPort = NonNullable<PlainRule['ports']>[number]
type Asked = { readonly port: number; readonly protocol: string }

function isSelected({ namespace, spec }: PlainPolicy, pod: PlainPod): boolean {
  return namespace === pod.namespace && fits(spec.podSelector, pod.labels)
}

function isFor({ spec }: PlainPolicy, direction: Direction): boolean {
  if (spec.policyTypes) return spec.policyTypes.map(type => type.toLowerCase()).includes(direction)
  return direction === 'ingress' || (spec.egress ?? []).length > 0
}

function isPort(entries: readonly PlainPort[], to: PlainEnd, asked: Asked): boolean {
  return (
    entries.length === 0 ||
    entries.some(entry => (entry.protocol ?? 'TCP') === asked.protocol && isNumber(entry, to, asked))
  )
}

function isNumber({ port, endPort }: PlainPort, to: PlainEnd, asked: Asked): boolean {
  if (port === undefined) return true
  if (typeof port === 'number') return asked.port >= port && asked.port <= (endPort ?? port)
  if ('address' in to) return false
  return to.ports.some(one => one.name === port && one.protocol === asked.protocol && one.number === asked.port)
}

function isPeer(peers: readonly PlainPeer[], other: PlainEnd, namespace: string): boolean {
  if (peers.length === 0) return true
  return peers.some(peer => ('address' in other ? isBlock(peer, other.address) : isPod(peer, other, namespace)))
}

function isBlock({ ipBlock }: PlainPeer, address: string): boolean {
  if (!ipBlock || !isIn(address, ipBlock.cidr)) return false
  return !(ipBlock.except ?? []).some(block => isIn(address, block))
}

function isPod({ podSelector, namespaceSelector, ipBlock }: PlainPeer, pod: PlainPod, namespace: string): boolean {
  if (ipBlock) return false
  const isThere = namespaceSelector ? fits(namespaceSelector, pod.namespaceLabels) : pod.namespace === namespace
  return isThere && (podSelector === undefined || fits(podSelector, pod.labels))
}

function fits({ matchLabels = {}, matchExpressions = [] }: PlainSelector, labels: Readonly<Record<string, string>>) {
  const hasLabels = Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
  return hasLabels && matchExpressions.every(one => holds(one.operator, labels[one.key], one.values ?? []))
}

function holds(operator: string, value: string | undefined, values: readonly string[]): boolean {
  if (operator === 'In') return value !== undefined && values.includes(value)
  if (operator === 'NotIn') return value === undefined || !values.includes(value)
  return operator === 'Exists' ? value !== undefined : value === undefined
}

/** IPv4 alone, bit by bit. */
function isIn(address: string, cidr: string): boolean {
  const [base = '', length = '32'] = cidr.split('/')
  return bitsOf(address).slice(0, Number(length)) === bitsOf(base).slice(0, Number(length))
}

function bitsOf(address: string): string {
  return address
    .split('.')
    .map(byte => Number(byte).toString(2).padStart(8, '0'))
    .join('')
}
