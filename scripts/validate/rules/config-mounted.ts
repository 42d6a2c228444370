import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { pathOf } from '../read/field.ts'
import { fileAt, mountAt } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { configPath, fogflowComponent } from '../read/program.ts'

export const configMounted = {
  id: 'config-mounted',
  severity: 'error',
  scope: 'cluster',
  summary: 'A FogFlow container has a config.json where its program opens one.',
  why: 'The images bring none: without the file discovery, broker, master and worker exit with -1, the designer with an exception (common/config/config.go:251-277, designer/main.js:14).',
  fix: 'mount the file at the path that the program opens, or name its path after -f',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const component = fogflowComponent(container)
      if (!component) continue
      const path = configPath(container, component)
      const isThere = mountAt(container, path) && fileAt(container, path, cluster)?.state !== 'missing'
      if (!isThere)
        yield {
          path: pathOf(container.field, 'volumeMounts'),
          at: 'key',
          message: `${component} opens ${path}, which no volume of container "${container.name}" has`,
        }
    }
  },
} satisfies Rule
