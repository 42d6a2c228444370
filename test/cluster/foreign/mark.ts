import type { Manifest } from '../api/manifest.ts'

const key = 'gitops.fogflow.io/made-by'
const value = 'e2e'

/** The annotation of what the tests make on a cluster that is not theirs alone: whatever does not have it stays as it is. */
export const mark = { [key]: value } as const

export const isMarked = ({ metadata }: Manifest): boolean => metadata.annotations?.[key] === value

/** As kwok selects its nodes. */
export const markSelector = `${key}=${value}`

/** What is outside of all namespaces; what is in one goes with it. */
const kinds = new Set(['Namespace', 'Node', 'StorageClass', 'CustomResourceDefinition'])

export function withMarks(manifest: Manifest, marks: Readonly<Record<string, string>> | undefined): Manifest {
  if (marks === undefined || !kinds.has(manifest.kind)) return manifest
  const { metadata } = manifest
  return { ...manifest, metadata: { ...metadata, annotations: { ...metadata.annotations, ...marks } } }
}
