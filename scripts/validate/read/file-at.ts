import type { ClusterView } from '../../model/cluster-view.ts'
import type { Container } from './container.ts'
import { type Filler, fillersOf } from './filler.ts'
import { mountAt } from './mount.ts'
import { type DataKey, filesOf } from './volume-files.ts'

/** What stands at a path of a container: the key whose text it is, `made` by an init container, or `missing`. */
export type FileState =
  | { readonly state: 'text'; readonly key: DataKey; readonly filler?: Container }
  | { readonly state: 'made' | 'missing' }

/** Undefined where Git cannot know: no mount covers the path, or the volume keeps data of its own. */
export function fileAt(container: Container, path: string, cluster: ClusterView): FileState | undefined {
  const found = mountAt(container, path)
  if (!found) return undefined
  const { mount, inside } = found
  const files = filesOf(mount.volume, container.pod, cluster)
  if (files) {
    const key = files.get(inside)
    return key ? { state: 'text', key } : { state: 'missing' }
  }
  return fileFrom(fillersOf(mount.volume, container.pod, cluster), inside)
}

function fileFrom(fillers: readonly Filler[], inside: string): FileState | undefined {
  for (const { container, files } of fillers) {
    const key = files.get(inside)
    if (key) return { state: 'text', key, filler: container }
    if (files.has(inside)) return { state: 'made' }
  }
  return fillers.length > 0 ? { state: 'missing' } : undefined
}
