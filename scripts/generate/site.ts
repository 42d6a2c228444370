import { isIP, isIPv6 } from 'node:net'
import type { Cluster } from '../model/cluster.ts'

/** A cluster with what other clusters decide about it. */
export interface Site {
  readonly cluster: Cluster
  /** The cloud of an edge. */
  readonly cloud?: Cluster
  /** Whether other sites call this one's broker: an edge, or a cloud that an edge names. */
  readonly isReached: boolean
  /** The clusters that the Argo CD on this one keeps in sync, this one included. */
  readonly managed: readonly Cluster[]
  /** The cluster whose Argo CD keeps this one in sync. */
  readonly management: Cluster
  /** What is in platform/secret.yaml: a checksum of its ciphertext where it has one; undefined where there is no such file. */
  readonly secret?: { readonly checksum?: string }
}

/** The ports at which sites reach each other: FogFlow advertises the port that it listens on, so nothing may translate them. */
export const ports = { frontDoor: 80, discovery: 8090, rabbitmq: 5672, cloudBroker: 8070, edgeBroker: 8060 } as const

export function brokerPortOf({ settings }: Cluster): number {
  return settings.role === 'edge' ? ports.edgeBroker : ports.cloudBroker
}

/** An address as it stands in a URL. */
export function inUrl(address: string): string {
  return isIPv6(address) ? `[${address}]` : address
}

export const isIpAddress = (address: string): boolean => isIP(address) !== 0
