import type { Manifest } from '../api/manifest.ts'

interface Claim {
  readonly metadata: { readonly name: string }
}

interface Template {
  readonly metadata?: object
  readonly spec?: {
    readonly containers?: unknown
    readonly volumes?: readonly object[]
    readonly [field: string]: unknown
  }
}

/**
 * The pod that a workload's controller would make: Pod Security, quotas and limits act on pods, and on a workload only as a
 * warning. Undefined for what makes no pods.
 */
export function makePod({ metadata, spec }: Manifest): Manifest | undefined {
  const { template, volumeClaimTemplates = [] } = (spec ?? {}) as {
    readonly template?: Template
    readonly volumeClaimTemplates?: readonly Claim[]
  }
  if (!template?.spec?.containers) return undefined // the template of an ApplicationSet is none of pods
  const claims = volumeClaimTemplates.map(({ metadata: { name } }) => ({
    name,
    persistentVolumeClaim: { claimName: name },
  }))
  const { name, namespace } = metadata
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, name, ...(namespace && { namespace }) },
    spec: { ...template.spec, volumes: [...(template.spec.volumes ?? []), ...claims] },
  }
}
