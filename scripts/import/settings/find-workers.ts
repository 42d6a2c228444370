import { inKubernetes } from '../facts.ts'
import { numberAt, placeOf } from '../node.ts'
import type { Component, Site } from '../site.ts'
import type { Setting } from './setting.ts'

/** How many brokers and workers there are, and how many tasks a worker takes. */
export function findWorkers(site: Site): readonly Setting[] {
  const [workers, brokers] = [replicasOf(site, 'worker'), replicasOf(site, 'broker')]
  const capacity = site.configs.flatMap(({ root }) => {
    const value = numberAt(root, 'worker', 'capacity')
    return value === undefined ? [] : [{ value, at: placeOf(root, 'worker', 'capacity') }]
  })[0]
  return [
    ...(workers.value > 1 ? [{ path: ['worker', 'replicas'], ...workers }] : []),
    ...(capacity ? [capacityOf(capacity.value, capacity.at)] : []),
    ...(brokers.value > 1 || workers.value > 1
      ? [{ path: ['broker', 'replicas'], ...brokers, value: Math.max(brokers.value, workers.value) }]
      : []),
  ]
}

function capacityOf(value: number, at: Setting['at']): Setting {
  const usable = Math.min(Math.max(Math.round(value), 1), 10_000)
  return {
    path: ['worker', 'capacity'],
    value: usable,
    at,
    decide: usable === value ? undefined : `the source says ${value}: write how many tasks the node can run`,
  }
}

export function replicasOf(site: Site, component: Component): { readonly value: number; readonly at?: Setting['at'] } {
  const found = inKubernetes(site).filter(workload => workload.component === component)
  const roots = found.map(({ kubernetes }) => kubernetes.resource.root)
  const value = roots.reduce((sum, root) => sum + (numberAt(root, 'spec', 'replicas') ?? 1), 0)
  const [first] = roots
  return { value: Math.max(1, value), at: first && placeOf(first, 'spec', 'replicas') }
}
