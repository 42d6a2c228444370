import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { fieldOf, number, pathOf } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { podsOf } from '../read/pod.ts'
import { fogflowComponent } from '../read/program.ts'
import { singletonOf } from '../read/singleton.ts'

export const noReplicas = {
  id: 'no-replicas',
  severity: 'error',
  scope: 'cluster',
  summary: 'Each component that a cluster deploys runs.',
  why: 'With 0 replicas the object is there and the component is not: its callers wait for it, or give up for good (master/master.go:108-124, worker/worker.go:62-80).',
  fix: 'write the number of replicas, or take the component out of the cluster',
  kinds: ['Deployment', 'StatefulSet', 'ReplicaSet'],
  *check(resource, cluster) {
    const replicas = fieldOf(resource, 'spec', 'replicas')
    const program = replicas.value === 0 ? programOf(resource) : undefined
    if (program === undefined || running(cluster).has(program)) return
    yield { path: pathOf(replicas), message: `replicas is 0, and nothing else runs ${program}` }
  },
} satisfies Rule

function programOf(resource: Resource): string | undefined {
  const own = containersIn(resource).flatMap(container => fogflowComponent(container) ?? [])
  return own[0] ?? singletonOf(resource)
}

const running = memoize((cluster: ClusterView): ReadonlySet<string> => {
  const workloads = podsOf(cluster).map(({ resource }) => resource)
  return new Set(
    workloads
      .filter(resource => number(fieldOf(resource, 'spec'), 'replicas') !== 0)
      .flatMap(resource => programOf(resource) ?? []),
  )
})
