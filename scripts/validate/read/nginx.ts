import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { type Container, containersOf } from './container.ts'
import { fileAt } from './file-at.ts'
import { textOfKey } from './fogflow-config.ts'
import { memoize } from './memoize.ts'
import { podsOf } from './pod.ts'
import { nginxConfigPath, runs } from './program.ts'

/** An nginx.conf as a container reads it. */
export interface NginxConfig {
  readonly container: Container
  readonly resource: Resource
  readonly key: string
  /** Where the container has the file: what it includes stands beside it. */
  readonly path: string
}

const nginxConfigs: (cluster: ClusterView) => readonly NginxConfig[] = memoize(cluster =>
  podsOf(cluster)
    .flatMap(containersOf)
    .flatMap(container => {
      const path = nginxConfigPath(container)
      const file = runs(container, /^nginx/) ? fileAt(container, path, cluster) : undefined
      if (file?.state !== 'text' || !file.key.resource) return []
      return [{ container, resource: file.key.resource, key: file.key.key, path }]
    }),
)

/** The nginx configurations that stand in one resource. */
export function nginxConfigsIn(resource: Resource, cluster: ClusterView): readonly NginxConfig[] {
  return nginxConfigs(cluster).filter(config => config.resource === resource)
}

/**
 * The text of a configuration with comments and the contents of quoted strings and patterns kept; comments are blanked
 * out, so that every place stays where it is.
 */
export function nginxText({ resource, key }: NginxConfig): string {
  return textOfKey(resource, key).replace(/(^|[\s;{}])#.*$/gm, '$1')
}
