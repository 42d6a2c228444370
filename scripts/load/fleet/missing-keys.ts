import { type MapNode, nodeAt, type Path } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'

/** What no cluster can do without, and for whom; everything else has a default or is checked beside other clusters. */
const required: readonly { readonly path: Path; readonly fix: string; readonly unless?: string }[] = [
  { path: ['role'], fix: 'write role: cloud or role: edge, here or in a defaults.yaml above' },
  { path: ['engine'], fix: 'write engine: flux or engine: argocd, here or in a defaults.yaml above' },
  { path: ['repository', 'url'], fix: 'write repository: { url: https://… } into clusters/defaults.yaml' },
  { path: ['topology'], fix: 'write topology: and the name of a folder of overlays/', unless: 'edge' },
  { path: ['site', 'id'], fix: 'write site: { id: "…" }, another one for each cluster' },
  { path: ['site', 'location'], fix: 'write site: { location: { latitude: …, longitude: … } }' },
]

/** The required keys that neither a cluster.yaml nor the defaults.yaml above it has. */
export function findMissingKeys(root: MapNode, file: string): readonly Diagnostic[] {
  const role = nodeAt(root, ['role'])
  const isOf = (name: string | undefined) => name !== undefined && role?.kind === 'scalar' && role.text === name
  return required
    .filter(({ path, unless }) => !isOf(unless) && nodeAt(root, path) === undefined)
    .map(({ path, fix }) => ({
      code: 'missing-key',
      severity: 'error',
      message: `neither this file nor a defaults.yaml above it has ${path.join('.')}`,
      fix,
      source: { file, line: 1, column: 1 },
      path,
    }))
}
