import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, containersIn } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { mountAt, mountsOf } from '../read/mount.ts'
import { type NginxConfig, nginxConfigsIn } from '../read/nginx.ts'
import { podKinds } from '../read/pod.ts'
import { nearest } from '../read/suggest.ts'
import { nginxFolders, writtenFolders } from '../read/written-folder.ts'

export const writablePath = {
  id: 'writable-path',
  severity: 'error',
  scope: 'cluster',
  summary: 'A container with a read-only root has a volume wherever its program writes.',
  why: 'The write fails: nginx and RabbitMQ do not start, the designer cannot keep its operators, services and intents.',
  fix: 'mount a volume there',
  kinds: [...podKinds, 'ConfigMap'],
  *check(resource, cluster) {
    for (const container of containersIn(resource)) if (isReadOnly(container)) yield* checkImage(container)
    for (const config of nginxConfigsIn(resource, cluster)) if (isReadOnly(config.container)) yield* checkNginx(config)
  },
} satisfies Rule

function isReadOnly({ field }: Container): boolean {
  return at(field, 'securityContext', 'readOnlyRootFilesystem').value === true
}

function* checkNginx(config: NginxConfig): Iterable<Finding> {
  for (const [folder, inText] of nginxFolders(config))
    if (!mountAt(config.container, folder))
      yield { path: ['data', config.key], message: `nginx writes to ${folder}, where no volume is mounted`, inText }
}

function* checkImage(container: Container): Iterable<Finding> {
  const folders = writtenFolders(container)
  const unused = mountsOf(container).filter(
    mount => !folders.some(folder => mountAt(container, folder)?.mount === mount),
  )
  for (const folder of folders) {
    if (mountAt(container, folder)) continue
    const message = `container "${container.name}" writes to ${folder}, where no volume is mounted`
    const near = nearest(
      folder,
      unused.map(({ path }) => path),
    )
    const meant = unused.find(({ path }) => path === near)
    if (meant) yield { path: pathOf(meant.field, 'mountPath'), message, fix: `mount it at ${folder}` }
    else yield { path: pathOf(container.field, 'volumeMounts'), at: 'key', message, fix: `mount a volume at ${folder}` }
  }
}
