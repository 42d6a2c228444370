import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { findAddresses } from '../read/address.ts'
import { commandLine, containersOf } from '../read/container.ts'
import { at, type Field, items, pathOf } from '../read/field.ts'
import { podsAt } from '../read/host.ts'
import { memoize } from '../read/memoize.ts'
import { podKinds, podsOf } from '../read/pod.ts'

export const startOrderCycle = {
  id: 'start-order-cycle',
  severity: 'error',
  scope: 'cluster',
  summary: 'No pod waits, before it starts, for one that waits for it.',
  why: 'Init containers that wait for each other wait for ever: none of the pods starts, and none has failed. They run only while something is still up from before.',
  fix: 'let one of them start without the other',
  kinds: podKinds,
  *check(resource, cluster) {
    const way = waitsOf(cluster)
      .get(resource)
      ?.map(wait => ({ wait, path: findWay(wait.on, resource, cluster) }))
    const cycle = way?.find(({ path }) => path !== undefined)
    if (!cycle?.path || !isFirst(resource, [cycle.wait.on, ...cycle.path], cluster)) return
    const names = [cycle.wait.on, ...cycle.path].map(({ id }) => `${id.kind} "${id.name}"`)
    const message = `these pods wait for ${names.join(', which waits for ')}`
    yield { path: pathOf(cycle.wait.field), message }
  },
} satisfies Rule

interface Wait {
  readonly on: Resource
  /** What names the address. */
  readonly field: Field
}

/** Whom the init containers of each workload call. A pod may wait for another one of its own workload. */
const waitsOf = memoize((cluster: ClusterView): ReadonlyMap<Resource, readonly Wait[]> => {
  const pods = podsOf(cluster).map(pod => {
    const inits = containersOf(pod).filter(({ role }) => role === 'init')
    const texts = inits.flatMap(init => [
      ...commandLine(init),
      ...items(init.field, 'env').map(variable => at(variable, 'value')),
    ])
    const waits = texts.flatMap(field =>
      [...findAddresses(String(field.value ?? ''))].flatMap(({ host, port }) =>
        port === undefined
          ? []
          : podsAt(host, port, pod.namespace, cluster).map(one => ({ on: one.pod.resource, field })),
      ),
    )
    return [pod.resource, waits.filter(({ on }) => on !== pod.resource)] as const
  })
  return new Map(pods)
})

/** Over whom one workload waits for another: the workloads behind `from`, up to `to`. */
function findWay(
  from: Resource,
  to: Resource,
  cluster: ClusterView,
  seen = new Set([from]),
): readonly Resource[] | undefined {
  for (const { on } of waitsOf(cluster).get(from) ?? []) {
    if (on === to) return [to]
    if (seen.has(on)) continue
    seen.add(on)
    const rest = findWay(on, to, cluster, seen)
    if (rest) return [on, ...rest]
  }
  return undefined
}

/** A cycle is one cause: it is told once, at the first of its workloads. */
function isFirst(resource: Resource, cycle: readonly Resource[], cluster: ClusterView): boolean {
  const order = cluster.resources.indexOf(resource)
  return cycle.every(one => cluster.resources.indexOf(one) >= order)
}
