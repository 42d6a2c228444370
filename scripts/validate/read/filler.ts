import type { ClusterView } from '../../model/cluster-view.ts'
import { type Container, commandLine, containersOf } from './container.ts'
import { at, type Field, isSet } from './field.ts'
import { mountsOf } from './mount.ts'
import type { Pod } from './pod.ts'
import { type DataKey, mountedFiles } from './volume-files.ts'

/** An init container that reads templates and writes the filled copies into a volume shared with the other containers. */
export interface Filler {
  readonly container: Container
  /** The names of the files that it writes, with the template that each is made of, where it is made of one. */
  readonly files: ReadonlyMap<string, DataKey | undefined>
}

/**
 * Who fills an emptyDir: the init containers that mount it, apart from its readers. They write what their command line
 * names in it, and a copy of each file that they mount beside it and that is not part of the command line (a script).
 */
export function fillersOf(volume: Field, pod: Pod, cluster: ClusterView): readonly Filler[] {
  if (!isSet(at(volume, 'emptyDir'))) return []
  return containersOf(pod)
    .filter(({ role }) => role !== 'main')
    .flatMap(container => {
      const mount = mountsOf(container).find(one => one.volume === volume && one.subPath === '')
      return mount ? [{ container, files: writtenFiles(container, mount.path, cluster) }] : []
    })
}

function writtenFiles(
  container: Container,
  folder: string,
  cluster: ClusterView,
): ReadonlyMap<string, DataKey | undefined> {
  const words = commandLine(container).map(({ value }) => String(value))
  const named = words.filter(word => word.startsWith(`${folder}/`)).map(word => word.slice(folder.length + 1))
  const copied = words.includes(folder) ? templatesOf(container, words, cluster) : []
  return new Map<string, DataKey | undefined>([...named.map(name => [name, undefined] as const), ...copied])
}

function templatesOf(
  container: Container,
  words: readonly string[],
  cluster: ClusterView,
): (readonly [string, DataKey])[] {
  return [...mountedFiles(container, cluster)]
    .filter(([path]) => !words.includes(path))
    .map(([path, key]) => [path.slice(path.lastIndexOf('/') + 1), key])
}
