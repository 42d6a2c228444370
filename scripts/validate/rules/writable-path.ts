import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { type Mount, mountAt, mountsOf } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { suggest } from '../read/suggest.ts'
import { writtenFolders } from '../read/written-folder.ts'

export const writablePath = {
  id: 'writable-path',
  severity: 'error',
  scope: 'cluster',
  summary: 'A container with a read-only root has a volume wherever its program writes.',
  why: 'The write fails: nginx and RabbitMQ do not start, the designer cannot keep its operators, services and intents.',
  fix: 'mount a volume there',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      if (at(container.field, 'securityContext', 'readOnlyRootFilesystem').value !== true) continue
      for (const folder of writtenFolders(container, cluster)) {
        if (mountAt(container, folder)) continue
        const mounts = unusedMounts(container, cluster)
        const message = `container "${container.name}" writes to ${folder}, where no volume is mounted`
        const { fix } = suggest(folder, mounts.keys(), `mount a volume at ${folder}`)
        const meant = [...mounts].find(([path]) => fix.includes(`"${path}"`))
        yield meant
          ? { path: pathOf(meant[1].field, 'mountPath'), message, fix: `mount it at ${folder}` }
          : { path: pathOf(container.field, 'volumeMounts'), at: 'key', message, fix }
      }
    }
  },
} satisfies Rule

/** The mounts that serve none of the folders. */
function unusedMounts(container: Container, cluster: ClusterView): ReadonlyMap<string, Mount> {
  const used = writtenFolders(container, cluster).map(folder => mountAt(container, folder)?.mount)
  return new Map(
    mountsOf(container)
      .filter(mount => !used.includes(mount))
      .map(mount => [mount.path, mount]),
  )
}
