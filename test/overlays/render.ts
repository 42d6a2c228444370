import { join } from 'node:path'
import { build, toValue } from 'kustomize-ts'
import { root } from './list-overlays.ts'

/** The fields that the tests of the overlays look at. */
export interface Manifest {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
  readonly spec: {
    readonly replicas?: number
    readonly strategy?: { readonly type?: string }
    readonly podManagementPolicy?: string
    readonly template: { readonly spec: Pod }
  }
}

export interface Pod {
  readonly securityContext: Record<string, unknown>
  readonly containers: readonly Container[]
  readonly initContainers?: readonly Container[]
  readonly volumes: readonly Record<string, unknown>[]
}

export interface Container {
  readonly name: string
  readonly image: string
  readonly securityContext: unknown
  readonly resources: { readonly requests?: object; readonly limits?: object }
}

/** The resources of an overlay; throws where it does not build. */
export function render(overlay: string): readonly Manifest[] {
  const { resources, diagnostics } = build(join(root, overlay))
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return resources.map(({ root }) => toValue(root) as Manifest)
}

/** Deployments and StatefulSets. */
export function workloadsOf(manifests: readonly Manifest[]): readonly Manifest[] {
  return manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
}
