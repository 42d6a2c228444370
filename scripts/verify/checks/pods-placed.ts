import { positionOf } from 'kustomize-ts'
import type { Check, Problem } from '../check.ts'
import { whyNotOn } from '../kube/fits-node.ts'
import { type Expected, idOf, listPods, listWorkloads } from '../kube/list-workloads.ts'
import type { Node, Pod } from '../kube/objects.ts'

/** A pod keeps its node when labels and taints change after it was placed: the scheduler never looks again. */
export const podsPlaced = {
  id: 'pods-placed',
  summary: 'Every pod is on a node of the class that Git says, and that node is ready.',
  order: 6,
  async run(scene) {
    const { items } = (await scene.read('/api/v1/nodes')) as { items: readonly Node[] }
    const nodes = new Map(items.map(node => [node.metadata.name, node]))
    const used = new Set<string>()
    const problems: Problem[] = []
    for (const workload of listWorkloads(scene))
      for (const pod of await listPods(scene, workload)) {
        const { nodeName } = pod.spec
        if (nodeName === undefined) continue // pods-ready says why
        used.add(nodeName)
        problems.push(...judge(pod, workload, nodes.get(nodeName)))
      }
    const unready = [...used].flatMap(name => judgeNode(nodes.get(name)))
    return { problems: [...problems, ...unready], seen: `on ${used.size} of ${nodes.size} nodes` }
  },
} satisfies Check

function judge(pod: Pod, { pod: wanted, resource }: Expected, node: Node | undefined): readonly Problem[] {
  const where = `kubectl -n ${pod.metadata.namespace} delete pod ${pod.metadata.name}`
  if (!node)
    return [
      {
        message: `the pod is on node "${pod.spec.nodeName}", which the cluster does not have (any more)`,
        fix: `if the node is gone for good: ${where} --force`,
        resource: idOf(pod),
      },
    ]
  const reason = whyNotOn(wanted, node)
  if (reason === undefined) return []
  return [
    {
      message: `the pod is on node "${node.metadata.name}" and does not belong there: ${reason}`,
      fix: `set the labels and taints of the node right, then have it placed anew: ${where}`,
      resource: idOf(pod),
      source: positionOf(resource.root, ['spec', 'template', 'spec', 'affinity'], 'key'),
    },
  ]
}

function judgeNode(node: Node | undefined): readonly Problem[] {
  const ready = node?.status?.conditions?.find(({ type }) => type === 'Ready')
  if (!node || ready?.status === 'True') return []
  const said = [ready?.reason, ready?.message].filter(Boolean).join(': ')
  return [
    {
      message: `node "${node.metadata.name}" runs pods of FogFlow and is not ready (${said || 'no status'})`,
      fix: `see what it lacks: kubectl describe node ${node.metadata.name}`,
      resource: { apiVersion: 'v1', kind: 'Node', name: node.metadata.name },
    },
  ]
}
