import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { expectedOf } from '../read/expected.ts'
import { at, type Field, fieldOf, items } from '../read/field.ts'
import { checkReference } from '../read/object-reference.ts'
import { podKinds, podOf } from '../read/pod.ts'

interface ClassReference {
  readonly kind: string
  readonly name: Field
}

/**
 * Classes come with the cluster, so that Git cannot know them all: a kind of class is judged only where the manifests
 * bring one or an annotation `gitops.fogflow.io/expects` names one.
 */
export const danglingClass = {
  id: 'dangling-class',
  severity: 'error',
  scope: 'cluster',
  summary:
    'An IngressClass, StorageClass, PriorityClass or RuntimeClass that is used is one that the cluster is known to have.',
  why: 'With a class that does not exist the Ingress is served by nobody, the claim stays Pending and the pod is refused.',
  fix: 'name a class that exists, or list it in the annotation gitops.fogflow.io/expects of a Namespace',
  kinds: [...podKinds, 'PersistentVolumeClaim', 'Ingress'],
  *check(resource, cluster) {
    for (const { kind, name } of classReferences(resource))
      if (isKnownKind(kind, cluster))
        yield* checkReference(
          { kind, namespace: undefined, name, isExternal: text => text.startsWith('system-') },
          cluster,
        )
  },
} satisfies Rule

function isKnownKind(kind: string, cluster: ClusterView): boolean {
  return cluster.ofKind(kind).length > 0 || expectedOf(cluster).some(one => one.kind === kind)
}

function classReferences(resource: Resource): readonly ClassReference[] {
  const pod = podOf(resource)
  const claims = resource.id.kind === 'StatefulSet' ? items(fieldOf(resource, 'spec'), 'volumeClaimTemplates') : []
  const claimSpecs = claims.map(claim => at(claim, 'spec'))
  if (resource.id.kind === 'PersistentVolumeClaim') claimSpecs.push(fieldOf(resource, 'spec'))
  return [
    ...claimSpecs.map(spec => ({ kind: 'StorageClass', name: at(spec, 'storageClassName') })),
    ...(resource.id.kind === 'Ingress'
      ? [{ kind: 'IngressClass', name: fieldOf(resource, 'spec', 'ingressClassName') }]
      : []),
    ...(pod
      ? [
          { kind: 'PriorityClass', name: at(pod.spec, 'priorityClassName') },
          { kind: 'RuntimeClass', name: at(pod.spec, 'runtimeClassName') },
        ]
      : []),
  ]
}
