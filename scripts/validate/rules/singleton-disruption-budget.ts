import type { Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, pathOf } from '../read/field.ts'
import { selectPods } from '../read/pod.ts'
import { labelSelector } from '../read/selector.ts'
import { singletonOf } from '../read/singleton.ts'

export const singletonDisruptionBudget = {
  id: 'singleton-disruption-budget',
  severity: 'error',
  scope: 'cluster',
  summary: 'No disruption budget keeps the only pod of a singleton from being moved.',
  why: 'Discovery, master, designer and RabbitMQ run once: a budget that lets none of them go refuses every drain, and the node is never emptied (Kubernetes, "Specifying a Disruption Budget").',
  fix: 'delete the budget, or write maxUnavailable: 1',
  kinds: ['PodDisruptionBudget'],
  *check(resource, cluster) {
    const selector = labelSelector(fieldOf(resource, 'spec', 'selector'))
    const pods = selector ? selectPods(cluster, resource.id.namespace, selector) : []
    const names = pods.map(pod => singletonOf(pod.resource))
    const [field] = blockingFields(fieldOf(resource, 'spec'))
    if (!field || pods.length !== 1 || names[0] === undefined) return
    yield {
      path: pathOf(field),
      message: `${field.key} is ${JSON.stringify(field.value)}, and ${names[0]} runs only once`,
    }
  },
} satisfies Rule

function blockingFields(spec: Field): readonly Field[] {
  const [least, most] = [at(spec, 'minAvailable'), at(spec, 'maxUnavailable')]
  const isNone = (value: unknown) => value === 0 || value === '0%' || value === '0'
  return [...(isSet(least) && !isNone(least.value) ? [least] : []), ...(isNone(most.value) ? [most] : [])]
}
