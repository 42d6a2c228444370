import { stringify } from 'yaml'

/** Where port-forwards to pods lead: port of a container → port of this machine. */
export type Forwards = Readonly<Record<number, number>>

/** As kwok reads it. It has no network of pods: without this it answers port-forwards with an error. */
export function describeForwards(forwards: Forwards): string {
  const entries = Object.entries(forwards)
  if (entries.length === 0) return ''
  return stringify({
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterPortForward',
    metadata: { name: 'played' },
    spec: {
      forwards: entries.map(([from, to]) => ({ ports: [Number(from)], target: { address: '127.0.0.1', port: to } })),
    },
  })
}
