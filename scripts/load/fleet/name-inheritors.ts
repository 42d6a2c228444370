import { type MapNode, nodeAt } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ClusterFiles, SettingsFiles } from './find-settings-files.ts'

/** Adds to what is wrong in a defaults.yaml the clusters that have it from there: those that say nothing else themselves. */
export function nameInheritors(
  diagnostics: readonly Diagnostic[],
  { clusters, defaults }: Pick<SettingsFiles, 'clusters' | 'defaults'>,
  rootOf: (file: string) => MapNode | undefined,
): readonly Diagnostic[] {
  const isShared = new Set(defaults)
  return diagnostics.map(diagnostic => {
    const { source, path } = diagnostic
    if (source === undefined || path === undefined || !isShared.has(source.file)) return diagnostic
    const names = clusters.filter(hasFrom(source.file)).map(({ name }) => `clusters/${name}`)
    return names.length === 0 ? diagnostic : { ...diagnostic, clusters: names }

    function hasFrom(shared: string): (cluster: ClusterFiles) => boolean {
      return ({ file, defaults: above }) => {
        const nearer = [...above.slice(above.indexOf(shared) + 1), file]
        return above.includes(shared) && !nearer.some(one => isSet(rootOf(one), path))
      }
    }
  })
}

function isSet(root: MapNode | undefined, path: Diagnostic['path']): boolean {
  return root !== undefined && path !== undefined && nodeAt(root, path) !== undefined
}
