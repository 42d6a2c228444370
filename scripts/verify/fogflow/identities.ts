import { type Expected, workloadsOf } from '../kube/list-workloads.ts'
import type { Scene } from '../scene.ts'

/** What brokers or workers of this site call themselves: `Worker.<site>`, with the pod's name behind it where `-i` gives that. */
export function listIdentities(scene: Scene, component: 'broker' | 'worker'): readonly string[] {
  const prefix = `${component === 'broker' ? 'Broker' : 'Worker'}.${scene.cluster.settings.site.id}`
  return workloadsOf(scene, component).flatMap(workload =>
    Array.from({ length: workload.replicas }, (_, index) =>
      isNamedByPod(workload) ? `${prefix}.${workload.id.name}-${index}` : prefix,
    ),
  )
}

const isNamedByPod = ({ pod, component }: Expected): boolean =>
  pod.containers?.some(
    ({ name, command = [], args = [] }) => name === component && [...command, ...args].includes('-i'),
  ) ?? false

export const masterIdentity = ({ cluster }: Scene): string => `Master.${cluster.settings.site.id}`
