import type { Path } from 'kustomize-ts'
import type { Resource } from '../model/resource.ts'
import { at, type Field, fieldOf, isSet, items, number, pathOf, text } from '../validate/read/field.ts'
import { memoize } from '../validate/read/memoize.ts'
import { labelSelector, type Selector } from '../validate/read/selector.ts'
import { type AddressBlock, parseBlock } from './address-block.ts'

/** A NetworkPolicy as the network plugin takes it. */
export interface Policy {
  readonly resource: Resource
  readonly namespace: string
  readonly selector: Selector
  /** Undefined where the policy says nothing of this direction; no rules at all deny everything. */
  readonly ingress: readonly PolicyRule[] | undefined
  readonly egress: readonly PolicyRule[] | undefined
}

/** Without peers it means everybody, without ports every port. */
export interface PolicyRule {
  readonly path: Path
  readonly peers: readonly Peer[]
  readonly ports: readonly PolicyPort[]
}

export interface Peer {
  /** Both absent for a block of addresses. */
  readonly pods: Selector | undefined
  readonly namespaces: Selector | undefined
  readonly block: AddressBlock | undefined
  readonly except: readonly AddressBlock[]
}

export interface PolicyPort {
  readonly protocol: string
  /** A number or a container port's name; undefined for all ports of the protocol. */
  readonly port: number | string | undefined
  readonly last: number | undefined
}

export const readPolicy: (resource: Resource) => Policy = memoize(resource => {
  const spec = fieldOf(resource, 'spec')
  const rulesOf = (direction: string, peerKey: string) => items(spec, direction).map(rule => readRule(rule, peerKey))
  const egress = rulesOf('egress', 'to')
  const types = items(spec, 'policyTypes').map(({ value }) => value)
  // The API server's defaults (pkg/apis/networking/v1/defaults.go): always Ingress, Egress where there are rules for it.
  const isFor = (type: string) => (types.length > 0 ? types.includes(type) : type === 'Ingress' || egress.length > 0)
  return {
    resource,
    namespace: resource.id.namespace ?? 'default',
    selector: labelSelector(at(spec, 'podSelector')) ?? [],
    ingress: isFor('Ingress') ? rulesOf('ingress', 'from') : undefined,
    egress: isFor('Egress') ? egress : undefined,
  }
})

function readRule(rule: Field, peerKey: string): PolicyRule {
  return { path: pathOf(rule), peers: items(rule, peerKey).map(readPeer), ports: items(rule, 'ports').map(readPort) }
}

function readPeer(field: Field): Peer {
  return {
    pods: labelSelector(at(field, 'podSelector')),
    namespaces: labelSelector(at(field, 'namespaceSelector')),
    block: parseBlock(text(field, 'ipBlock', 'cidr') ?? ''),
    except: items(field, 'ipBlock', 'except').flatMap(({ value }) => parseBlock(String(value)) ?? []),
  }
}

function readPort(field: Field): PolicyPort {
  const port = at(field, 'port')
  const isUsable = typeof port.value === 'number' || typeof port.value === 'string'
  return {
    protocol: text(field, 'protocol') ?? 'TCP',
    port: isSet(port) && isUsable ? (port.value as number | string) : undefined,
    last: number(field, 'endPort'),
  }
}
