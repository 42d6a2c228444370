import type { ClusterView } from '../../model/cluster-view.ts'
import type { Container } from './container.ts'
import { textOfKey } from './fogflow-config.ts'
import { fileAt } from './mount.ts'
import { fogflowComponent, nginxConfigPath, releaseOf, runs } from './program.ts'
import { findInText, withoutComments } from './text.ts'

/** Releases whose designer keeps its data in Dgraph rather than in a file of its own. */
const withDgraph = /^(3\.1|3\.2|3\.2\.2|3\.2\.6)$/

/** The folders that the program of a container writes to, by what is known of its image and its configuration. */
export function writtenFolders(container: Container, cluster: ClusterView): readonly string[] {
  const component = fogflowComponent(container)
  // designer/main.js:27-35,280; discovery, broker, master and worker write nothing outside of Docker mode.
  if (component === 'designer')
    return ['/app/public/data/photo', ...(withDgraph.test(releaseOf(container)) ? [] : ['/app/public/data/meta'])]
  if (component) return []
  if (runs(container, /^rabbitmq$/)) return ['/var/lib/rabbitmq']
  if (runs(container, /^standalone$/)) return ['/dgraph']
  return runs(container, /^nginx/) ? nginxFolders(container, cluster) : []
}

const writing = /^\s*(?:\w+_temp_path|pid)\s+(?<at>\/[^\s;]*)\/[^\s;/]+\s*[\d\s]*;/dg

function nginxFolders(container: Container, cluster: ClusterView): readonly string[] {
  const file = fileAt(container, nginxConfigPath(container), cluster)
  if (file?.state !== 'text' || !file.key.resource) return []
  const source = withoutComments(textOfKey(file.key.resource, file.key.key))
  return [...new Set([...findInText(source, writing)].map(({ match }) => match.groups?.at ?? ''))]
}
