import type { Problem } from '../check.ts'
import { idOf } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import type { Scene } from '../scene.ts'
import { ask, type Endpoint, isProblem, readyPods } from './ask.ts'

/**
 * Removes an entity at the shard that has it: which one that is the front door does not tell, and another shard may answer
 * 200 to a removal of what it does not have. What is left over is a problem.
 */
export async function removeEntity(scene: Scene, broker: Endpoint, id: string): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const pod of await readyPods(scene, broker)) {
    const problem = await removeAt(scene, pod, broker.port, id)
    if (problem) problems.push(problem)
  }
  return problems
}

async function removeAt(scene: Scene, pod: Pod, port: number, id: string): Promise<Problem | undefined> {
  const path = `/ngsi10/entity/${id}`
  const before = await ask(scene, pod, port, { path })
  if (isProblem(before)) return before
  if (before.status === 404) return undefined
  const removed = await ask(scene, pod, port, { method: 'DELETE', path })
  if (isProblem(removed)) return removed
  const after = await ask(scene, pod, port, { path })
  if (isProblem(after)) return after
  if (after.status === 404) return undefined
  return {
    message: `test entity "${id}" is still there after DELETE ${path} (status ${removed.status})`,
    fix: `remove it by hand: kubectl -n ${pod.metadata.namespace} port-forward ${pod.metadata.name} ${port}, then curl -X DELETE localhost:${port}${path}`,
    resource: idOf(pod),
  }
}
