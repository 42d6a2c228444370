import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn } from '../read/container.ts'
import { pathOf } from '../read/field.ts'
import { fileAt } from '../read/file-at.ts'
import { type Mount, mountAt, mountsOf } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { configPath, fogflowComponent } from '../read/program.ts'
import { nearest } from '../read/suggest.ts'

export const configMounted = {
  id: 'config-mounted',
  severity: 'error',
  scope: 'cluster',
  summary: 'A FogFlow container has a config.json where its program opens one.',
  why: 'The images bring none: without the file discovery, broker, master and worker exit with -1, the designer with an exception (common/config/config.go:251-277, designer/main.js:14).',
  fix: 'mount the file at the path that the program opens, or name its path after -f',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const component = fogflowComponent(container)
      if (!component) continue
      const path = configPath(container, component)
      if (mountAt(container, path) && fileAt(container, path, cluster)?.state !== 'missing') continue
      const message = `${component} opens ${path}, which no volume of container "${container.name}" has`
      const meant = mountMeant(container, path)
      if (meant) yield { path: pathOf(meant.field, 'mountPath'), message, fix: `mount it at ${path}` }
      else yield { path: pathOf(container.field, 'volumeMounts'), at: 'key', message }
    }
  },
} satisfies Rule

/** The mount that was probably meant for the config: one with its name, or with nearly its path. */
function mountMeant(container: Container, path: string): Mount | undefined {
  const mounts = mountsOf(container)
  const near = nearest(
    path,
    mounts.map(mount => mount.path),
  )
  return mounts.find(mount => mount.path === near) ?? mounts.find(mount => /(^|\/)config\.json$/.test(mount.subPath))
}
