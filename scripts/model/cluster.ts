import type { MapNode } from 'kustomize-ts'

export type Role = 'cloud' | 'edge'
export type Topology = 'single-node' | 'single-worker' | 'multi-worker' | 'multi-master' | 'edge'
export type Engine = 'flux' | 'argocd'
export type Release = '3.2' | '3.2.2' | '3.2.6' | '3.2.8'
export type Provider = 'existing' | 'sops' | 'sealed-secrets' | 'external-secrets'

/** Degrees north and east. */
export interface Location {
  readonly latitude: number
  readonly longitude: number
}

/** An image instead of the release's own. */
export interface ImagePin {
  readonly name?: string
  readonly tag?: string
  readonly digest?: string
}

/**
 * What cluster.yaml and the defaults.yaml above it say, as schemas/cluster.schema.json describes it (each key is
 * explained there), with the defaults of what they leave out.
 */
export interface ClusterSettings {
  readonly role: Role
  readonly topology: Topology
  readonly engine: Engine
  readonly repository: { readonly url: string; readonly branch: string }
  readonly argocd: { readonly management?: string; readonly destination?: string }
  readonly kubernetes: string
  readonly release: Release
  readonly images: Readonly<Record<string, ImagePin>>
  readonly namespace: string
  readonly taskNamespace: string
  readonly address?: string
  readonly ingress?: { readonly hostname: string; readonly className?: string; readonly tls?: string }
  readonly cloud?: string
  readonly site: { readonly id: string; readonly location: Location }
  readonly broker: { readonly replicas: number; readonly addresses: readonly string[] }
  readonly worker: { readonly replicas: number; readonly capacity: number }
  readonly nodes: {
    readonly labels: Readonly<Record<string, string>>
    readonly taints: readonly string[]
    readonly arch?: string
  }
  readonly storage: { readonly className?: string; readonly sizes: Readonly<Record<string, string>> }
  readonly features: readonly string[]
  readonly secrets: {
    readonly provider: Provider
    readonly ageRecipient?: string
    readonly certificate?: string
    readonly store?: { readonly kind?: string; readonly name: string; readonly key: string }
  }
  readonly rollout: {
    readonly wave?: number
    readonly labels: Readonly<Record<string, string>>
    readonly hold?: { readonly key: string; readonly value: string | number | boolean; readonly reason: string }
  }
}

/** One Kubernetes API server that a GitOps engine keeps in sync, and one site of FogFlow. */
export interface Cluster {
  /** The path below clusters/, such as `kanto/shibuya`. */
  readonly name: string
  /** The folder of its cluster.yaml, absolute. */
  readonly folder: string
  /** What is written, inherited keys included: each node with the place that set it and, in `previous`, what it overrode. */
  readonly root: MapNode
  readonly settings: ClusterSettings
}
