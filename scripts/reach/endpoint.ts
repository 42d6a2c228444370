import type { Resource } from '../model/resource.ts'
import type { Labels } from '../validate/read/selector.ts'
import type { AddressBlock } from './address-block.ts'

/** A port by which pods are reached. */
export interface ServedPort {
  readonly name: string | undefined
  readonly number: number
  readonly protocol: string
  /** The node's port that leads to it. */
  readonly hostPort?: number | undefined
}

/** Pods that no policy can tell apart. */
export interface PodEndpoint {
  readonly kind: 'pod'
  readonly name: string
  readonly namespace: string
  readonly namespaceLabels: Labels
  readonly labels: Labels
  /** What the pods declare; undefined where the manifests do not make them. */
  readonly ports: readonly ServedPort[] | undefined
  /** On the network of its node, where policies neither hold nor select it (Kubernetes, "Network Policies"). */
  readonly isOnHost: boolean
  /** Absent for pods that Git does not have: a task, a stranger. */
  readonly resource?: Resource
}

/** Addresses outside of the cluster that no policy can tell apart; without a block, those that no policy names. */
export interface AddressEndpoint {
  readonly kind: 'address'
  readonly name: string
  readonly block: AddressBlock | undefined
}

export type Endpoint = PodEndpoint | AddressEndpoint
