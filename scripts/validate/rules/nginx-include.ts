import type { Rule } from '../../model/rule.ts'
import { fileAt } from '../read/file-at.ts'
import { mountAt } from '../read/mount.ts'
import { nginxConfigsIn, nginxText } from '../read/nginx.ts'
import { findInText } from '../read/text.ts'

const include = /^\s*include\s+(?<at>[^\s;*]+)\s*;/dg

export const nginxInclude = {
  id: 'nginx-include',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every file that an nginx configuration includes from a volume is in that volume.',
  why: 'nginx does not start when an included file is absent, and with it the only way in is closed.',
  fix: 'include a file that the volume has',
  kinds: ['ConfigMap'],
  alsoCompose: true,
  *check(resource, cluster) {
    for (const config of nginxConfigsIn(resource, cluster)) {
      const folder = config.path.slice(0, config.path.lastIndexOf('/'))
      for (const { match, inText } of findInText(nginxText(config), include)) {
        const name = match.groups?.at ?? ''
        const path = name.startsWith('/') ? name : `${folder}/${name}`
        if (!mountAt(config.container, path)) continue
        const file = fileAt(config.container, path, cluster)
        if (file?.state === 'missing')
          yield {
            path: ['data', config.key],
            message: `container "${config.container.name}" has no file "${path}" to include`,
            inText,
          }
      }
    }
  },
} satisfies Rule
