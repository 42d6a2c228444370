import type { ClusterView } from '../../model/cluster-view.ts'
import { resolveHost } from './resolve-host.ts'

/** Whether a host name leads to the same place from two namespaces; true where Git does not know where it leads. */
export function isSame(
  host: string,
  from: string | undefined,
  other: string | undefined,
  cluster: ClusterView,
): boolean {
  const [here, there] = [resolveHost(host, from, cluster), resolveHost(host, other, cluster)]
  if (here === 'outside' || 'message' in here) return true
  // A name without dots is looked up in the asker's own namespace.
  if (there === 'outside' || 'message' in there) return host.includes('.')
  return here.service === there.service
}
