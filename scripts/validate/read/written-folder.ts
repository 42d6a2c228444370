import type { Container } from './container.ts'
import { type NginxConfig, nginxText } from './nginx.ts'
import { fogflowComponent, releaseOf, runs } from './program.ts'
import { findInText, type TextMatch } from './text.ts'

/** Releases whose designer keeps its data in Dgraph rather than in a file of its own. */
const withDgraph = /^(3\.1|3\.2|3\.2\.2|3\.2\.6)$/

/** The folders that the program of a container writes to, by what is known of its image. */
export function writtenFolders(container: Container): readonly string[] {
  const component = fogflowComponent(container)
  // designer/main.js:27-35,280, uploads pass through /tmp; the others write nothing outside of Docker mode.
  if (component === 'designer')
    return [
      '/tmp',
      '/app/public/data/photo',
      ...(withDgraph.test(releaseOf(container)) ? [] : ['/app/public/data/meta']),
    ]
  if (component) return []
  if (runs(container, /^rabbitmq$/)) return ['/var/lib/rabbitmq', '/var/log/rabbitmq', '/tmp']
  if (runs(container, /^standalone$/)) return ['/dgraph', '/tmp']
  return []
}

const writing = /^\s*(?:\w+_temp_path|pid)\s+(?<at>\/[^\s;]*)\/[^\s;/]+\s*[\d\s]*;/dg

/** The folders that an nginx configuration makes nginx write to, each at the first line that names it. */
export function nginxFolders(config: NginxConfig): ReadonlyMap<string, TextMatch['inText']> {
  const lines = [...findInText(nginxText(config), writing)]
  return new Map(lines.reverse().map(({ match, inText }) => [match.groups?.at ?? '', inText]))
}
