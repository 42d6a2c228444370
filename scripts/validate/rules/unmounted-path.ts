import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, commandLine, containersIn } from '../read/container.ts'
import { type Field, pathOf, text } from '../read/field.ts'
import { mountAt, mountsOf } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'
import { nearest, suggest } from '../read/suggest.ts'
import { findInText } from '../read/text.ts'

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
        if (plainPath.test(path)) yield* checkPath(word, path, container)
        else yield* checkScript(word, path, container)
      }
  },
} satisfies Rule

const plainPath = /^\/[\w.-]+(\/[\w.-]+)*\/?$/
const pathInText = /(?<![\w.:/$})])\/[\w.-]+(?:\/[\w.-]+)+/dg

function* checkPath(word: Field, path: string, container: Container): Iterable<Finding> {
  if (!isImageKnown(container)) return
  if (isOfImage(path, container) || mountAt(container, path.replace(/\/$/, ''))) return
  const mounts = [...mountsOf(container).map(mount => mount.path), ...kubeletFiles]
  yield {
    path: pathOf(word),
    message: `container "${container.name}" uses ${path}, which neither its image nor a volume has`,
    ...suggest(path, mounts, `mount a volume there, or use a path below one of: ${mounts.join(', ')}`),
  }
}

/** A path inside a longer text may be anything: it is told of where its beginning is nearly that of a volume. */
function* checkScript(word: Field, script: string, container: Container): Iterable<Finding> {
  for (const { match, inText } of findInText(script, pathInText)) {
    const path = match[0]
    const near = mountsOf(container).find(mount => {
      const start = path.split('/').slice(0, mount.path.split('/').length).join('/')
      return start !== mount.path && nearest(start, [mount.path], 1) !== undefined
    })
    if (mountAt(container, path) || !near) continue
    yield { path: pathOf(word), message: `no volume covers ${path}`, fix: `did you mean "${near.path}"?`, inText }
  }
}

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
