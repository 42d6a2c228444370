import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { at, entries, type Field, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'
import { isTaskNamespace } from '../read/task-launch.ts'

const limited = /^(requests|limits)\.(cpu|memory)$|^(cpu|memory)$/

export const quotaWithoutDefault = {
  id: 'quota-without-default',
  severity: 'error',
  scope: 'cluster',
  summary: 'A quota on the cpu or memory of tasks comes with a LimitRange that gives each of them a share.',
  why: 'FogFlow writes no resources into a task (worker/kubernetes.go:157-203), and where a quota counts them the API server refuses each pod that says none ("must specify limits.memory"): no task ever runs, and the worker reports them as running.',
  fix: 'add a LimitRange of type Container with default and defaultRequest for it, or take it out of the quota',
  kinds: ['ResourceQuota'],
  *check(resource, cluster) {
    const { namespace } = resource.id
    if (!isTaskNamespace(namespace, cluster)) return
    const ranges = cluster.ofKind('LimitRange').filter(({ id }) => id.namespace === namespace)
    for (const entry of entries(fieldOf(resource, 'spec', 'hard'))) {
      const name = String(entry.key)
      if (!limited.test(name) || ranges.some(range => hasDefault(range, name))) continue
      yield { path: pathOf(entry), at: 'key', message: `the quota counts ${name}, and no LimitRange gives tasks any` }
    }
  },
} satisfies Rule

/** A default limit is the default request, too (Kubernetes, "Limit Ranges"). */
function hasDefault(range: Resource, name: string): boolean {
  const [kind, resource = kind] = name.split('.')
  const keys = kind === 'limits' ? ['default'] : ['defaultRequest', 'default']
  return items(fieldOf(range, 'spec'), 'limits').some(
    (limit: Field) => text(limit, 'type') === 'Container' && keys.some(key => isSet(at(limit, key, resource ?? ''))),
  )
}
