import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn } from '../read/container.ts'
import { pathOf, text } from '../read/field.ts'
import { commandLine, mountAt, mountsOf } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'
import { nearest, suggest } from '../read/suggest.ts'

/** The top folders of a Linux system (Filesystem Hierarchy Standard 3.0), which an image may fill itself. */
const imageFolders =
  /^\/(bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|docker-entrypoint(\.d|\.sh))(\/|$)/

/** What the kubelet puts into every container. */
const kubeletFiles = ['/etc/resolv.conf', '/etc/hosts', '/etc/hostname']

export const unmountedPath = {
  id: 'unmounted-path',
  severity: 'error',
  scope: 'resource',
  summary: 'A path on the command line of a busybox, nginx or FogFlow container is one of its image or of a volume.',
  why: 'These images have nothing outside the usual folders: a script or folder at a path that no volume covers does not exist, and the container fails.',
  fix: 'use a path that a volume covers',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource))
      for (const word of commandLine(container)) {
        const path = text(word) ?? ''
        if (!/^\/[\w.-]+(\/[\w.-]+)*\/?$/.test(path) || !isImageKnown(container)) continue
        if (isOfImage(path, container) || mountAt(container, path.replace(/\/$/, ''))) continue
        const mounts = [...mountsOf(container).map(mount => mount.path), ...kubeletFiles]
        yield {
          path: pathOf(word),
          message: `container "${container.name}" uses ${path}, which neither its image nor a volume has`,
          ...suggest(path, mounts, `mount a volume there, or use a path below one of: ${mounts.join(', ')}`),
        }
      }
  },
} satisfies Rule

function isImageKnown(container: Container): boolean {
  return fogflowComponent(container) !== undefined || runs(container, /^(busybox|nginx(-unprivileged)?)$/)
}

/** FogFlow's images are empty but for the program itself (and /app, for the designer). */
function isOfImage(path: string, container: Container): boolean {
  if (nearest(path, kubeletFiles, 1) !== undefined && !kubeletFiles.includes(path)) return false
  const component = fogflowComponent(container)
  if (component === 'designer') return path.startsWith('/app/') || imageFolders.test(path)
  return component ? path === `/${component}` : imageFolders.test(path)
}
