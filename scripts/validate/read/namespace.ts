import type { ClusterView } from '../../model/cluster-view.ts'
import { expectedOf } from './expected.ts'
import { fieldOf, texts } from './field.ts'
import { memoize } from './memoize.ts'
import { labelsOf, type Selector, selects } from './selector.ts'

/** The namespaces that every cluster starts with (Kubernetes, "Namespaces", initial namespaces). */
export const initialNamespaces: readonly string[] = ['default', 'kube-node-lease', 'kube-public', 'kube-system']

export interface KnownNamespace {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

/** The namespaces that a cluster has for certain: from Git, expected by an annotation, or there from the start. */
export const namespacesOf: (cluster: ClusterView) => readonly KnownNamespace[] = memoize(cluster => {
  const objects = cluster.ofKind('Namespace')
  const named = new Map(objects.map(resource => [resource.id.name, texts(fieldOf(resource), 'metadata', 'labels')]))
  const used = cluster.resources.flatMap(({ id }) => id.namespace ?? [])
  const expected = expectedOf(cluster).flatMap(({ kind, name }) => (kind === 'Namespace' ? name : []))
  return [...new Set([...named.keys(), ...expected, ...initialNamespaces, ...(objects.length > 0 ? [] : used)])].map(
    // The API server sets this label on every namespace (since Kubernetes 1.21).
    name => ({ name, labels: { ...named.get(name), 'kubernetes.io/metadata.name': name } }),
  )
})

export function selectNamespaces(cluster: ClusterView, selector: Selector): readonly string[] {
  return namespacesOf(cluster)
    .filter(({ labels }) => selects(selector, labelsOf(labels)))
    .map(({ name }) => name)
}
