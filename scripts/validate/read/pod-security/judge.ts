import type { ClusterView } from '../../../model/cluster-view.ts'
import type { Resource } from '../../../model/resource.ts'
import { fieldOf, text } from '../field.ts'
import { memoize } from '../memoize.ts'
import { type Pod, podOf } from '../pod.ts'
import { confinementViolations, sysctlViolations } from './confinement.ts'
import { hostViolations } from './host.ts'
import { rightsViolations } from './rights.ts'
import type { Violation } from './violation.ts'
import { volumeViolations } from './volumes.ts'

export interface Enforced {
  /** `privileged` where the namespace has no label, or is not in Git. */
  readonly level: string
  /** The version of the policy, as the 34 of 1.34. */
  readonly minor: number
}

/** What the namespace of a resource enforces (k8s.io/pod-security-admission v0.37.0, api/helpers.go). */
export function enforcedFor({ id }: Resource, cluster: ClusterView): Enforced {
  const name = id.namespace ?? 'default'
  const known = byNamespace(cluster)
  const found = known.get(name) ?? readEnforced(name, cluster)
  known.set(name, found)
  return found
}

const byNamespace = memoize((_: ClusterView) => new Map<string, Enforced>())

function readEnforced(name: string, cluster: ClusterView): Enforced {
  const namespace = cluster.find('Namespace', undefined, name)
  const label = (key: string) => namespace && text(fieldOf(namespace, 'metadata', 'labels'), key)
  const [, own] = /^v1\.(\d+)$/.exec(label('pod-security.kubernetes.io/enforce-version') ?? '') ?? []
  const ofCluster = Number(cluster.kubernetes.split('.')[1])
  return {
    level: label('pod-security.kubernetes.io/enforce') ?? 'privileged',
    minor: Math.min(Number(own ?? ofCluster), ofCluster),
  }
}

const byMinor = memoize((_: Pod) => new Map<number, readonly Violation[]>())

/**
 * All that a pod has and one of the levels refuses. The verdict is that of k8s.io/pod-security-admission v0.37.0 on 20,000
 * random pods, for both levels and ten versions from 1.24 to 1.37.
 */
export function violationsOf(pod: Pod, minor: number): readonly Violation[] {
  const known = byMinor(pod)
  const found = known.get(minor) ?? listViolations(pod, minor)
  known.set(minor, found)
  return found
}

function listViolations(pod: Pod, minor: number): readonly Violation[] {
  return [
    ...hostViolations(pod, minor),
    ...confinementViolations(pod, minor),
    ...sysctlViolations(pod, minor),
    ...rightsViolations(pod, minor),
    ...volumeViolations(pod),
  ]
}

/** What a rule says of a pod that no level refuses: for what one does, pod-security-admission speaks. */
export function* unrefused(rule: string, resource: Resource, cluster: ClusterView): Iterable<Violation> {
  const pod = podOf(resource)
  if (!pod) return
  const { level, minor } = enforcedFor(resource, cluster)
  if (level === 'restricted') return
  for (const violation of violationsOf(pod, minor))
    if (violation.rule === rule && violation.level !== level) yield violation
}
