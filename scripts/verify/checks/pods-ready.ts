import type { Check, Problem } from '../check.ts'
import { type Expected, idOf, isReady, listPods, listWorkloads } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import { whyNotReady } from '../kube/why-not-ready.ts'
import type { Scene } from '../scene.ts'

export const podsReady = {
  id: 'pods-ready',
  summary: 'Every workload has as many pods as Git says, and every pod is ready.',
  order: 5,
  async run(scene) {
    const workloads = listWorkloads(scene)
    const problems = (await Promise.all(workloads.map(workload => judge(scene, workload)))).flat()
    const total = workloads.reduce((sum, { replicas }) => sum + replicas, 0)
    return { problems, seen: `${total} pods` }
  },
} satisfies Check

async function judge(scene: Scene, workload: Expected): Promise<readonly Problem[]> {
  const pods = await listPods(scene, workload)
  const unready = pods.filter(pod => !isReady(pod)).map(describe)
  const { id, replicas } = workload
  if (pods.length === replicas) return unready
  const count = {
    message: `it has ${pods.length} of ${replicas} pods: ${pods.length < replicas ? 'Kubernetes does not make the others' : 'a rollout is under way, or somebody makes pods with its labels'}`,
    fix: `see why: kubectl -n ${id.namespace} describe ${id.kind.toLowerCase()} ${id.name} (events of its ReplicaSet: kubectl -n ${id.namespace} get events)`,
    resource: id,
  }
  return [count, ...unready]
}

function describe(pod: Pod): Problem {
  const { reason, fix } = whyNotReady(pod)
  return { message: `the pod is not ready: ${reason}`, fix, resource: idOf(pod) }
}
