import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, commandLine, containersIn } from '../read/container.ts'
import { at, type Field, pathOf, text } from '../read/field.ts'
import { fileAt } from '../read/file-at.ts'
import { fillersOf } from '../read/filler.ts'
import { type Mount, mountAt, mountsOf } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { suggest } from '../read/suggest.ts'
import { filesOf } from '../read/volume-files.ts'

export const missingMountedFile = {
  id: 'missing-mounted-file',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every file of a volume that a container is told to use is one that the volume has.',
  why: 'A subPath that the volume does not have becomes an empty folder, and a script or configuration that is not there keeps the container from starting.',
  fix: 'name a file that the volume has',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      for (const mount of mountsOf(container)) yield* checkSubPath(mount, cluster)
      for (const word of commandLine(container)) yield* checkWord(word, container, cluster)
    }
  },
} satisfies Rule

function* checkSubPath({ field, container, subPath, volume }: Mount, cluster: ClusterView): Iterable<Finding> {
  const known = knownFiles(container, volume, cluster)
  if (subPath === '' || !known || known.some(file => file === subPath || file.startsWith(`${subPath}/`))) return
  yield {
    path: pathOf(at(field, 'subPath')),
    message: `volume "${text(volume, 'name') ?? ''}" has no file "${subPath}"`,
    ...suggest(subPath, known, `name one of its files: ${known.join(', ')}`),
  }
}

/** Undefined where Git does not know the files: of a claim, say, or of an emptyDir that nobody fills beforehand. */
function knownFiles(container: Container, volume: Field, cluster: ClusterView): readonly string[] | undefined {
  const files = filesOf(volume, container.pod, cluster)
  if (files) return [...files.keys()]
  const fillers = fillersOf(volume, container.pod, cluster).filter(one => one.container !== container)
  return fillers.length === 0 ? undefined : fillers.flatMap(one => [...one.files.keys()])
}

/** A word of the command line that is a path into a volume. What an init container writes there need not exist. */
function* checkWord(word: Field, container: Container, cluster: ClusterView): Iterable<Finding> {
  const path = text(word) ?? ''
  const found = path.startsWith('/') && !/[\s*?]/.test(path) ? mountAt(container, path) : undefined
  if (!found || path === found.mount.path || fileAt(container, path, cluster)?.state !== 'missing') return
  const known = knownFiles(container, found.mount.volume, cluster) ?? []
  yield {
    path: pathOf(word),
    message: `volume "${text(found.mount.volume, 'name') ?? ''}" has no file "${found.inside}", which "${path}" needs`,
    ...suggest(found.inside, known, `name one of its files: ${known.join(', ') || 'none'}`),
  }
}
